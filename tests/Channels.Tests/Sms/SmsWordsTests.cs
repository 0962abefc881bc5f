using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsWordsTests
{
    [Theory]
    [InlineData("退订")]
    [InlineData(" 退订。")]
    [InlineData("TD")]
    [InlineData("td")]
    [InlineData("ＴＤ")]
    [InlineData("t")]
    [InlineData("Ｔ\n")]
    public void ConsentOf_word_that_ends_messages_is_an_opt_out(string text)
    {
        Assert.Equal(SmsConsent.OptOut, SmsWords.ConsentOf(text));
    }

    [Theory]
    [InlineData("恢复")]
    [InlineData("恢复订阅")]
    [InlineData("开通！")]
    public void ConsentOf_word_that_resumes_messages_is_an_opt_in(string text)
    {
        Assert.Equal(SmsConsent.OptIn, SmsWords.ConsentOf(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("怎么退订")]
    [InlineData("T恤")]
    [InlineData("订阅")]
    [InlineData("STOP")]
    public void ConsentOf_anything_else_is_none(string text)
    {
        Assert.Equal(SmsConsent.None, SmsWords.ConsentOf(text));
    }
}
