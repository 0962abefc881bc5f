using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Dialog;

public sealed class ReplyFitterTests
{
    private static readonly ReplyFitter Fitter = new(Dispatching.Phrases);

    [Fact]
    public void Fit_leaves_a_channel_without_a_limit_alone()
    {
        var reply = Reply.OfText(new string('好', 3000));

        Assert.Equal((reply, null), Fit(new Decision { Reply = reply }, ChannelNames.WeChat));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(133)]
    [InlineData(134)]
    public void Fit_leaves_what_fits(int length)
    {
        var (reply, more) = Fit(Decision.Say(new string('好', length)), ChannelNames.Sms);

        Assert.Equal(length, reply!.ToPlainText().Length);
        Assert.Null(more);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(10)]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    [InlineData(15)]
    [InlineData(16)]
    public void Fit_cuts_at_a_line_end_and_loses_nothing(int line)
    {
        var text = string.Join('\n', Enumerable.Range(1, 40).Select(_ => new string('好', line)));

        var (first, rest) = All(text);

        Assert.All(first, page => Assert.True(page.Length <= ChannelLimits.SmsCharacters));
        Assert.Equal(text, rest);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Fit_cuts_inside_a_long_first_line_but_never_inside_a_character(int shift)
    {
        var text = new string('a', shift) + string.Concat(Enumerable.Repeat("😀", 200));

        var (pages, rest) = All(text);

        Assert.Equal(text, rest);
        Assert.All(pages, page => Assert.Equal(page, System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(page))));
    }

    [Fact]
    public void Fit_lets_what_was_asked_for_be_twice_as_long()
    {
        var asked = Decision.Say(new string('好', 268)) with { AskedForMore = true };

        Assert.Null(Fit(asked, ChannelNames.Sms).More);
        Assert.NotNull(Fit(asked with { AskedForMore = false }, ChannelNames.Sms).More);
    }

    [Fact]
    public void Fit_puts_what_did_not_fit_before_the_decisions_own_rest()
    {
        var decision = Decision.Say(string.Join('\n', Enumerable.Range(1, 10).Select(_ => new string('先', 20)))) with { More = "后" };

        Assert.EndsWith("先\n后", Fit(decision, ChannelNames.Sms).More, StringComparison.Ordinal);
        Assert.Equal("后", Fit(decision, ChannelNames.Web).More);
    }

    [Fact]
    public void Fit_keeps_the_template_of_a_cut_answer()
    {
        var notice = new Notice("ticket", new Dictionary<string, string>());
        var decision = new Decision { Reply = Reply.OfText(new string('好', 300)) with { Notice = notice } };

        Assert.Same(notice, Fit(decision, ChannelNames.Sms).Reply!.Notice);
    }

    [Fact]
    public void Fit_says_what_the_open_form_expects_next()
    {
        var at = Messages.At;
        Assert.Equal(Expects.Digits, ExpectedWith(new Form.BindingLicense { ExpiresAt = at }, ChannelNames.Web));
        Assert.Equal(Expects.Digits, ExpectedWith(new Form.BindingCode(LicenseNumber.Parse("330106100123"), "", 0) { ExpiresAt = at }, ChannelNames.Web));
        Assert.Equal(Expects.Words, ExpectedWith(new Form.ComplaintText(null) { ExpiresAt = at }, ChannelNames.Web));
        Assert.Equal(Expects.Words, ExpectedWith(new Form.CallBackOffer("") { ExpiresAt = at }, ChannelNames.Voice));
        Assert.Equal(Expects.Anything, ExpectedWith(new Form.CallBackOffer("") { ExpiresAt = at }, ChannelNames.Web));
        Assert.Equal(Expects.Anything, ExpectedWith(null, ChannelNames.Voice));
    }

    private static Expects ExpectedWith(Form? form, string channel) =>
        Fit(Decision.Say("好").With(new ConversationEvent.FormChanged(form)), channel).Reply!.Expects;

    private static (Reply? Reply, string? More) Fit(Decision decision, string channel) =>
        Fitter.Fit(decision, Conversation.Start(ConversationKey.Create(channel, "test", "1")));

    /// <summary>Every page, and all of them joined without the hint.</summary>
    private static (List<string> Pages, string Joined) All(string text)
    {
        var pages = new List<string>();
        var joined = "";
        var hint = "\n" + Dispatching.Phrases.Say(Bot.Phrases.Sentences.MoreHint);
        for (var left = text; left is not null;)
        {
            var before = left;
            (var reply, left) = Fit(Decision.Say(left), ChannelNames.Sms);
            var page = reply!.ToPlainText();
            pages.Add(page);
            var own = left is null ? page : page[..^hint.Length];
            joined += own + (left is not null && before.Length > own.Length + left.Length ? "\n" : "");
        }

        return (pages, joined);
    }
}
