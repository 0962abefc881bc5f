using System.Text.RegularExpressions;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>What answers hold beside words: numbers to ring, the form of a registered template.</summary>
[Collection(nameof(County))]
public sealed class PartsTalkTests(County county)
{
    private const string Demo = "330106100123";

    [Theory]
    [InlineData("客户经理电话", 3)]
    [InlineData("人工", 1)]
    [InlineData("热线", 3)]
    [InlineData("投诉", 3)]
    public async Task Number_can_be_rung_and_is_said_once(string words, int calls)
    {
        var sent = await SendAsync(Demo, words);

        var numbers = sent.Reply.Parts.OfType<ReplyPart.Call>().Select(call => call.Number).ToList();
        Assert.Equal(calls, numbers.Count);
        Assert.All(numbers, number => Assert.Equal(1, Regex.Count(sent.Text, Regex.Escape(number))));
    }

    [Fact]
    public async Task Stranger_who_wants_a_person_can_ring_the_hotlines() =>
        Assert.Equal(3, (await SendAsync(null, "人工")).Reply.Parts.OfType<ReplyPart.Call>().Count());

    [Fact]
    public async Task Quota_of_one_product_has_its_template()
    {
        var notice = (await SendAsync(Demo, "软中华还能订几条", ChannelNames.Sms)).Reply.Notice!;

        Assert.Equal("supply.one", notice.Name);
        Assert.Equal(
            [("asOf", "11月24日 10:00"), ("limit", "6"), ("ordered", "3"), ("product", "中华(软)"), ("remaining", "3"), ("until", "11月29日")],
            Values(notice));
    }

    [Fact]
    public async Task Settlement_has_its_template()
    {
        var notice = (await SendAsync("330106100045", "余额", ChannelNames.Sms)).Reply.Notice!;

        Assert.Equal("settlement", notice.Name);
        Assert.Equal(["asOf", "balance", "deductionAt", "pending", "shortfall"], notice.Values.Keys.Order());
        Assert.Equal(("386.50", "11月25日 09:00", "11月23日 20:00"), (notice.Values["shortfall"], notice.Values["deductionAt"], notice.Values["asOf"]));
    }

    [Fact]
    public async Task Ticket_has_its_template()
    {
        var sent = await SendAsync(Demo, "人工");

        Assert.Equal("ticket", sent.Reply.Notice!.Name);
        Assert.Equal([("number", sent.Decision.Ticket!.Number)], Values(sent.Reply.Notice));
    }

    [Theory]
    [InlineData("软中华和硬中华各还能订多少")]
    [InlineData("云烟软如意还能订吗")]
    [InlineData("软中华多少钱")]
    [InlineData("还能订什么")]
    [InlineData("新品")]
    [InlineData("你好")]
    public async Task Everything_else_has_none(string words) => Assert.Null((await SendAsync(Demo, words)).Reply.Notice);

    private static IEnumerable<(string, string)> Values(Notice notice) =>
        notice.Values.OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => (value.Key, value.Value));

    private async Task<Sent> SendAsync(string? license, string words, string channel = ChannelNames.Web)
    {
        var talk = await county.TalkAsync(license, channel);
        return await county.SendAsync(new Inbound.Text(words) { Conversation = talk.Key, MessageId = "", SentAt = county.Time.GetUtcNow() });
    }
}
