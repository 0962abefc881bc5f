using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>The same twenty questions of one retailer to the running program, on every channel: the words differ, the figures do not.</summary>
public sealed class TwentyQuestionsJourney
{
    private const int MostPages = 40;

    // What key 1 tells by itself: the three products that this retailer ordered most.
    private static readonly string[] OrderedMost = ["硬中华还能订几条", "软中华还能订几条", "利群(新版)还能订几条"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Twenty_questions_give_the_same_figures_on_every_channel()
    {
        await using var together = await ChannelsTogether.StartAsync();
        await together.BindWeChatAsync();
        await together.SignInAsync();
        var directLine = await together.OpenDirectLineAsync();

        foreach (var question in TwentyQuestions.All)
        {
            var web = await FiguresAsync(together.Web.AskAsync, question);
            Assert.NotEmpty(web);
            AssertSame(question, web, await FiguresAsync(together.Texts.AskAsync, question), "SMS");
            AssertSame(question, web, await FiguresAsync(together.AskWeChatAsync, question), "WeChat");
            AssertSame(question, web, await FiguresAsync(directLine.AskAsync, question), "Direct Line");
        }

        // Each answer on WeChat was whole in its response: nothing was left for the API to send.
        Assert.Equal(0, together.WeChatTokenRequests);
    }

    [Fact]
    public async Task Keys_of_the_phone_tell_the_amounts_of_the_web()
    {
        await using var together = await ChannelsTogether.StartAsync();
        await together.SignInAsync();
        var call = together.Call();

        await call.BeginAsync(Cancel);
        await call.PressAsync("1", Cancel);
        var quota = call.Words;
        await call.PressAsync("2", Cancel);
        var balance = call.Words;

        Assert.Equal(await WrittenAsync(together.Web, OrderedMost), SpokenAmounts.In(quota));
        Assert.Equal(await WrittenAsync(together.Web, ["余额够不够扣"]), SpokenAmounts.In(balance));
    }

    private static async Task<IReadOnlySet<(decimal Amount, char Unit)>> WrittenAsync(PageVisitor web, IEnumerable<string> questions)
    {
        var amounts = new HashSet<(decimal Amount, char Unit)>();
        foreach (var question in questions)
        {
            var told = SpokenAmounts.Of(TwentyQuestions.AmountsIn(await web.AskAsync(question)));
            Assert.NotEmpty(told);
            amounts.UnionWith(told);
        }

        return amounts;
    }

    private static void AssertSame(string question, IEnumerable<string> web, IEnumerable<string> other, string channel) => Assert.True(
        web.Order().SequenceEqual(other.Order()),
        $"{question}: {channel} tells {string.Join(' ', other.Order())}, the web {string.Join(' ', web.Order())}.");

    private static async Task<IReadOnlySet<string>> FiguresAsync(Func<string, Task<string>> askAsync, string question)
    {
        var pages = new List<string> { await askAsync(question) };
        while (pages[^1].Contains("回「更多」", StringComparison.Ordinal) && pages.Count < MostPages)
        {
            pages.Add(await askAsync("更多"));
        }

        return TwentyQuestions.FiguresIn(string.Join('\n', pages));
    }
}
