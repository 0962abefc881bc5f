using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Dialog;

public sealed class ReplyFitterTests
{
    private static readonly ReplyFitter Fitter = new(Dispatching.Phrases);

    [Fact]
    public void Fit_leaves_a_channel_without_a_limit_alone()
    {
        var reply = Reply.OfText(new string('好', 3000));

        Assert.Equal((reply, null), Fitter.Fit(reply, ChannelNames.WeChat));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(133)]
    [InlineData(134)]
    public void Fit_leaves_what_fits(int length)
    {
        var (reply, more) = Fitter.Fit(Reply.OfText(new string('好', length)), ChannelNames.Sms);

        Assert.Equal(length, reply.ToPlainText().Length);
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

    /// <summary>Every page, and all of them joined without the hint.</summary>
    private static (List<string> Pages, string Joined) All(string text)
    {
        var pages = new List<string>();
        var joined = "";
        var hint = "\n" + Dispatching.Phrases.Say(Bot.Phrases.Sentences.MoreHint);
        for (var left = text; left is not null;)
        {
            var before = left;
            (var reply, left) = Fitter.Fit(Reply.OfText(left), ChannelNames.Sms);
            var page = reply.ToPlainText();
            pages.Add(page);
            var own = left is null ? page : page[..^hint.Length];
            joined += own + (left is not null && before.Length > own.Length + left.Length ? "\n" : "");
        }

        return (pages, joined);
    }
}
