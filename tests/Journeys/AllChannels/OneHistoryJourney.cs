using System.Net;
using System.Text.RegularExpressions;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>One retailer on WeChat, by SMS and on the web: one history, and one end of it when the registered phone changes.</summary>
public sealed partial class OneHistoryJourney
{
    private const string NewPhone = "13900009999";
    private const string Complaint = "送货员昨天把烟扔在门口就走了";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Retailer_of_three_channels_has_one_history_until_the_phone_changes()
    {
        await using var together = await ChannelsTogether.StartAsync();
        var ticket = await TalkAsync(together);
        await ShowsOneHistoryAsync(together.Web);
        var directLine = await together.OpenDirectLineAsync();

        await ChangePhoneAsync(together);

        await LosesAccessAsync(together, directLine);
        await StartsAnewAsync(together, ticket);
    }

    /// <summary>Says something on each channel in turn; returns the number of the complaint's ticket.</summary>
    private static async Task<string> TalkAsync(ChannelsTogether together)
    {
        await together.BindWeChatAsync();
        await together.AskWeChatAsync("软中华还能订几条");
        await together.Texts.AskAsync("余额");
        await together.SignInAsync();
        await together.Web.AskAsync("我的订货日是哪天");
        await together.AskWeChatAsync("投诉");
        var ticket = TicketNumber().Match(await together.AskWeChatAsync(Complaint));
        Assert.True(ticket.Success);
        return ticket.Value;
    }

    private static async Task ShowsOneHistoryAsync(PageVisitor web)
    {
        var lines = await web.ChatAsync();

        Assert.Equal(
            [("微信", "软中华还能订几条"), ("短信", "余额"), ("网页", "我的订货日是哪天"), ("微信", "投诉"), ("微信", Complaint)],
            lines.Where(line => line.IsOwn).Select(line => (line.Channel, line.Words)).TakeLast(5));
        foreach (var (asked, answered) in lines.TakeLast(10).Chunk(2).Select(pair => (pair[0], pair[1])))
        {
            Assert.Equal((true, false, asked.Channel), (asked.IsOwn, answered.IsOwn, answered.Channel));
        }
    }

    private static async Task ChangePhoneAsync(ChannelsTogether together)
    {
        var county = await File.ReadAllTextAsync(Path.Combine(TestEnvironment.Root, "config", "sample", "零售户.csv"), Cancel);
        var table = together.File("零售户.csv");
        await File.WriteAllTextAsync(table, county.Replace(TwentyQuestions.Phone, NewPhone, StringComparison.Ordinal), Cancel);
        var (exit, _, error) = await together.Bot.RunAsync(["import", table], null, Cancel);
        Assert.True(exit == 0, error);
    }

    private static async Task LosesAccessAsync(ChannelsTogether together, DirectLineVisitor directLine)
    {
        foreach (var answer in new[]
        {
            await together.AskWeChatAsync("软中华还能订几条"),
            await together.Texts.AskAsync("软中华还能订几条"),
            await directLine.AskAsync("软中华还能订几条"),
        })
        {
            Assert.Contains("登记的经营者或手机号变了", answer, StringComparison.Ordinal);
            Assert.DoesNotMatch("[0-9] 条", answer);
        }

        var (address, page) = await together.Web.GetAsync("/chat");
        Assert.Equal("/sign-in?why=changed&returnTo=%2Fchat", address.PathAndQuery);
        Assert.Contains("登记的经营者或手机号变了", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain(Complaint, page, StringComparison.Ordinal);
    }

    /// <summary>The new phone has the shop's figures and its open matter, and nothing of what was said before.</summary>
    private static async Task StartsAnewAsync(ChannelsTogether together, string ticket)
    {
        var (_, tickets, _) = await together.Bot.RunAsync(["tickets"], null, Cancel);
        Assert.Contains(ticket, tickets, StringComparison.Ordinal);

        var phone = together.TextsOf(NewPhone);
        Assert.Contains("还可订 3 条", await phone.AskAsync("软中华还能订几条"), StringComparison.Ordinal);
        await together.Web.SignInAsync(TwentyQuestions.License, phone.CodeAsync);
        Assert.Equal(
            [("短信", "软中华还能订几条")],
            (await together.Web.ChatAsync()).Where(line => line.IsOwn).Select(line => (line.Channel, line.Words)));
    }

    [GeneratedRegex("(?<=编号 ?)[0-9]{4}-[0-9]+")]
    private static partial Regex TicketNumber();
}
