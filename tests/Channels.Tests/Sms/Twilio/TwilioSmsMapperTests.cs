using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms.Twilio;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Tests.Sms.Twilio;

public sealed class TwilioSmsMapperTests
{
    [Theory]
    [InlineData("STOP")]
    [InlineData("stop")]
    [InlineData(" Ｓｔｏｐ ")]
    [InlineData("UNSUBSCRIBE")]
    [InlineData("END")]
    [InlineData("QUIT")]
    [InlineData("STOPALL")]
    [InlineData("REVOKE")]
    [InlineData("OPTOUT")]
    [InlineData("CANCEL")]
    public void Map_word_that_Twilio_stops_at_is_an_answered_opt_out(string body)
    {
        Assert.True(Assert.IsType<Inbound.OptedOut>(Map(body)).Answered);
    }

    [Theory]
    [InlineData("START")]
    [InlineData("yes")]
    [InlineData("UNSTOP")]
    public void Map_word_that_Twilio_starts_at_is_an_answered_opt_in(string body)
    {
        Assert.True(Assert.IsType<Inbound.OptedIn>(Map(body)).Answered);
    }

    [Fact]
    public void Map_what_Twilio_took_for_a_keyword_counts_whatever_the_word()
    {
        Assert.Equal(("再见", true), Map("再见", ("OptOutType", "STOP")) is Inbound.OptedOut(var word, var answered) ? (word, answered) : default);
        Assert.IsType<Inbound.OptedIn>(Map("我回来了", ("OptOutType", "START")));
        Assert.Null(Map("怎么用", ("OptOutType", "HELP")));
    }

    [Fact]
    public void Map_Chinese_words_are_for_us_to_answer()
    {
        Assert.False(Assert.IsType<Inbound.OptedOut>(Map("退订")).Answered);
        Assert.False(Assert.IsType<Inbound.OptedIn>(Map("恢复订阅")).Answered);
    }

    [Theory]
    [InlineData("请STOP一下")]
    [InlineData("1")]
    [InlineData("查订单 & 退货 + 100%")]
    public void Map_words_are_text_with_the_senders_phone(string body)
    {
        var text = Assert.IsType<Inbound.Text>(Map(body));

        Assert.Equal((body, "13800138000"), (text.Content, text.Phone));
        Assert.Null(text.PassiveFor);
    }

    [Fact]
    public void Map_picture_is_a_picture_and_its_words_come_first()
    {
        (string, string)[] media = [("NumMedia", "1"), ("MediaContentType0", "image/jpeg"), ("MediaUrl0", "https://api.twilio.com/m")];

        Assert.Equal("https://api.twilio.com/m", Assert.IsType<Inbound.Picture>(Map("", media)).Url);
        Assert.Equal("烟有破损", Assert.IsType<Inbound.Text>(Map("烟有破损", media)).Content);
    }

    [Theory]
    [InlineData("video/mp4", "video/mp4")]
    [InlineData("", "empty")]
    public void Map_anything_else_without_words_is_unsupported(string type, string kind)
    {
        Assert.Equal(kind, Assert.IsType<Inbound.Unsupported>(Map(" ", ("MediaContentType0", type))).Kind);
    }

    [Theory]
    [InlineData("12345")]
    [InlineData("BANK")]
    [InlineData("a/b/c")]
    public void Map_sender_that_is_no_phone_is_nobodys_message(string from)
    {
        Assert.Null(Map("您的账单", ("From", from)));
    }

    [Fact]
    public void Map_phone_from_abroad_keeps_its_country()
    {
        Assert.Equal("+15005550006", Map("hi", ("From", "+15005550006"))!.Conversation.Sender);
    }

    private static Inbound? Map(string body, params (string, string)[] fields) => TwilioSmsMapper.Map(
        TwilioForm.Parse(string.Join('&', TwilioSmsHost.Message(body, fields)
            .Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"))),
        SmsSettings.Account,
        TwilioSmsHost.Start);
}
