using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>The same questions on every channel: the words differ, the figures do not.</summary>
[Collection(nameof(County))]
public sealed class TwentyQuestionsTests(County county)
{
    private const int MostPages = 40;

    public static TheoryData<string> All { get; } = [.. TwentyQuestions.All];

    public static TheoryData<string> Heard { get; } = [.. TwentyQuestions.Heard];

    [Fact]
    public void There_are_twenty() => Assert.Equal(20, TwentyQuestions.All.Distinct().Count());

    [Theory]
    [MemberData(nameof(All))]
    public async Task Figures_are_the_same_on_every_channel(string question)
    {
        var web = TwentyQuestions.FiguresIn(await AskToTheEndAsync(question, ChannelNames.Web));

        Assert.NotEmpty(web);
        Assert.Equal(web.Order(), TwentyQuestions.FiguresIn(await AskToTheEndAsync(question, ChannelNames.WeChat)).Order());
        Assert.Equal(web.Order(), TwentyQuestions.FiguresIn(await AskToTheEndAsync(question, ChannelNames.Sms)).Order());
    }

    [Theory]
    [MemberData(nameof(Heard))]
    public async Task Amounts_are_the_same_by_ear(string question)
    {
        var web = TwentyQuestions.AmountsIn(await AskToTheEndAsync(question, ChannelNames.Web));

        Assert.NotEmpty(web);
        Assert.Equal(web.Order(), TwentyQuestions.AmountsIn(await AskToTheEndAsync(question, ChannelNames.Voice)).Order());
    }

    private async Task<string> AskToTheEndAsync(string question, string channel)
    {
        var talk = await county.TalkAsync(TwentyQuestions.License, channel);
        var pages = new List<string> { await talk.SayAsync(question) };
        while (pages[^1].Contains("回「更多」", StringComparison.Ordinal) && pages.Count < MostPages)
        {
            pages.Add(await talk.SayAsync("更多"));
        }

        return string.Join('\n', pages);
    }
}
