using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Choices, lists and what leans on them.</summary>
[Collection(nameof(County))]
public sealed class ListTalkTests(County county)
{
    private const string Demo = "330106100123";

    [Fact]
    public async Task Question_after_asking_back_is_about_what_was_asked_back()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("软中华还能订几条");
        await talk.SayAsync("荷花呢");

        var price = await talk.AskAsync("多少钱");

        Assert.DoesNotContain("中华", price.Reply, StringComparison.Ordinal);
        Assert.Contains("钻石(荷花)", price.Choices);
        Assert.Contains("元/条", await talk.SayAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_can_be_gone_through_number_by_number()
    {
        var talk = await county.TalkAsync(Demo);
        var choices = (await talk.AskAsync("荷花")).Choices;
        await talk.SayAsync("1");

        Assert.StartsWith(choices[1], await talk.SayAsync("2"), StringComparison.Ordinal);
        Assert.StartsWith(choices[1], await talk.SayAsync("多少钱"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Intent_that_was_asked_back_keeps_the_product_of_the_question()
    {
        var talk = await county.TalkAsync(Demo);
        var asked = await talk.AskAsync("软中华剩余");
        Assert.Contains("能订几条（限量）", asked.Choices);

        Assert.StartsWith("中华(软)：还可订", await talk.SayAsync("能订几条（限量）"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_list_goes_on_with_more_until_its_end()
    {
        var talk = await county.TalkAsync(Demo);
        var pages = new List<string> { await talk.SayAsync("还能订什么") };
        while (pages[^1].Contains("更多", StringComparison.Ordinal) && pages.Count < 20)
        {
            pages.Add(await talk.SayAsync("更多"));
        }

        var count = int.Parse(System.Text.RegularExpressions.Regex.Match(pages[0], "还可以订 ([0-9]+) 个").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains($"\n{count}. ", pages[^1], StringComparison.Ordinal);
        Assert.Contains("截至", pages[0], StringComparison.Ordinal);
        Assert.Contains("截至", pages[^1], StringComparison.Ordinal);
        Assert.Contains("没有更多", await talk.SayAsync("更多"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_is_not_kept_for_long()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        await talk.SayAsync("还能订什么");
        using var later = county.Later(TimeSpan.FromMinutes(31));

        var answer = await talk.SayAsync("更多");

        Assert.DoesNotContain("条\n", answer, StringComparison.Ordinal);
        Assert.Contains("再问一次", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_and_choices_are_gone_after_unbinding()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        await talk.SayAsync("荷花");
        await talk.SayAsync("还能订什么");
        await talk.SayAsync("解绑");
        await talk.SayAsync("是");

        Assert.DoesNotContain("条", await talk.SayAsync("更多"), StringComparison.Ordinal);
        Assert.DoesNotContain("荷花", await talk.SayAsync("1"), StringComparison.Ordinal);
        Assert.DoesNotContain("限量 ", await talk.SayAsync("为什么"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("下周软中华几条")]
    [InlineData("上周我订了多少软中华")]
    public async Task Question_about_another_week_is_not_passed_off_as_answered(string words)
    {
        var answer = await (await county.TalkAsync(Demo)).SayAsync(words);

        Assert.StartsWith("我只能查本期", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChannelNames.Web, 6)]
    [InlineData(ChannelNames.Sms, 5)]
    public async Task Two_brands_are_both_asked_back_and_can_be_gone_through(string channel, int most)
    {
        var talk = await county.TalkAsync(Demo, channel);
        var lines = (await talk.SayAsync("中华和利群还能订几条")).Split('\n')[1..];

        Assert.InRange(lines.Length, 4, most);
        Assert.StartsWith("1. 中华", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"{lines.Length}. 利群", lines[^1], StringComparison.Ordinal);
        Assert.StartsWith("中华", await talk.SayAsync("1"), StringComparison.Ordinal);
        Assert.StartsWith("利群", await talk.SayAsync($"{lines.Length}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("明天烟到不到", true)]
    [InlineData("烟什么时候到", true)]
    [InlineData("这烟什么时候到", false)]
    [InlineData("什么时候到货", false)]
    public async Task Arrival_of_tobacco_at_large_is_not_of_the_product_before(string words, bool ofAll)
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("软中华还能订几条");

        Assert.Equal(ofAll, (await talk.SayAsync(words)).StartsWith("近期到货", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Wish_to_order_is_told_that_nothing_was_ordered() => Assert.StartsWith(
        "我只能查，不能下单", await (await county.TalkAsync(Demo)).SayAsync("帮我订两条软中华"), StringComparison.Ordinal);

    [Fact]
    public async Task Own_tier_is_told() =>
        Assert.Contains("您现在是20档（城网）", await (await county.TalkAsync(Demo)).SayAsync("我的档位"), StringComparison.Ordinal);

    [Fact]
    public async Task Brand_that_is_ordered_to_the_limit_is_among_the_first_choices() =>
        Assert.Contains("芙蓉王(硬)", (await (await county.TalkAsync(Demo)).AskAsync("芙蓉王")).Choices);

    [Fact]
    public async Task Initials_of_a_brand_alone_are_its_products()
    {
        var answer = await (await county.TalkAsync(Demo)).AskAsync("hhl");

        Assert.Equal("supply_quota", answer.Intent);
        Assert.All(answer.Choices, choice => Assert.StartsWith("黄鹤楼", choice, StringComparison.Ordinal));
    }
}
