using ServiceBot.Bot.Tests.Support;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Quota questions as retailers ask them, on the sample county.</summary>
[Collection(nameof(County))]
public sealed class SupplyTalkTests(County county)
{
    private const string Demo = "330106100123";
    private const string Stopped = "330106100088";
    private const string CountryTier5 = "330106100301";

    [Fact]
    public async Task Quota_holds_product_limit_tier_market_ordered_remaining_cycle_and_time()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.AskAsync("软中华这周还能订几条");

        Assert.Equal("supply_quota", answer.Intent);
        Assert.StartsWith("中华(软)：还可订 3 条\n限量 6 条（20档·城网），已订 3 条\n本期 11月23日至11月29日\n截至 11月24日 10:00", answer.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_gives_the_cell_and_the_additions()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("软中华限量");

        var why = await talk.SayAsync("为什么");

        Assert.Contains("档位：20档·城网，4 条", why, StringComparison.Ordinal);
        Assert.Contains("增投：2 条", why, StringComparison.Ordinal);
        Assert.Contains("已订 3 条，所以还可订 3 条", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_names_the_band_when_it_binds()
    {
        var talk = await county.TalkAsync(Demo);
        var answer = await talk.SayAsync("黄鹤楼软蓝还能订多少");

        var why = await talk.SayAsync("为啥");

        Assert.Contains("要以价位段合计为准", answer, StringComparison.Ordinal);
        Assert.Contains("所以以它为准", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("软中华限量多少", "那硬的呢", "中华(硬)：")]
    [InlineData("软中华限量多少", "荷花呢", "荷花")]
    [InlineData("软中华多少钱", "那硬的呢", "批发价")]
    [InlineData("软中华多少钱", "还能订几条", "还可订")]
    public async Task Follow_up_keeps_its_subject(string first, string second, string expected)
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync(first);

        Assert.Contains(expected, await talk.SayAsync(second), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ambiguous_name_asks_back_and_the_number_answers()
    {
        var talk = await county.TalkAsync(Demo);
        var asked = await talk.AskAsync("软蓝还能订几条");

        var answer = await talk.SayAsync("1");

        Assert.True(asked.Choices.Count >= 2);
        Assert.StartsWith($"{asked.Choices[0]}：", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_out_of_range_says_the_range()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("软蓝还能订几条");

        Assert.Contains("请回复 1 到", await talk.SayAsync("99"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_products_answer_in_one_message()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.SayAsync("软中华和硬中华各还能订多少");

        Assert.Contains("中华(软)：还可订 3 条", answer, StringComparison.Ordinal);
        Assert.Contains("中华(硬)：还可订", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unclear_one_among_several_is_asked_back_beside_the_answers()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.AskAsync("软中华和荷花各还能订多少");

        Assert.Contains("中华(软)：还可订 3 条", answer.Reply, StringComparison.Ordinal);
        Assert.True(answer.Choices.Count >= 2, answer.Reply);
        Assert.StartsWith($"{answer.Choices[0]}：", await talk.SayAsync("1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stopped_product_says_so_and_offers_the_class()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.SayAsync("云烟软如意还能订吗");

        Assert.Contains("本期不投放", answer, StringComparison.Ordinal);
        Assert.Contains("同价类", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_lists_what_is_left()
    {
        var talk = await county.TalkAsync(Demo);

        Assert.Matches("您还可以订 [0-9]+ 个品规", await talk.SayAsync("这周还能订哪些烟"));
    }

    [Fact]
    public async Task Tier_and_market_decide_the_figure()
    {
        var talk = await county.TalkAsync(CountryTier5);

        Assert.Contains("5档·农网", await talk.SayAsync("硬中华还能订几条"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_shop_gets_no_figure()
    {
        var talk = await county.TalkAsync(Stopped);

        var answer = await talk.SayAsync("软中华还能订几条");

        Assert.Contains("停业", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("还可订", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("软中华这周还能订几条")]
    [InlineData("卡里余额多少")]
    [InlineData("有什么新品")]
    [InlineData("软中华多少钱")]
    [InlineData("硬中华到货了吗")]
    [InlineData("我的订货日是哪天")]
    public async Task Stranger_gets_how_to_bind_and_no_product_talk(string words)
    {
        var talk = await county.TalkAsync();

        var answer = await talk.SayAsync(words);

        Assert.Contains("许可证", answer, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]+ *(条|元)", answer);
    }

    [Fact]
    public async Task Licence_that_left_the_table_gets_no_figure()
    {
        var talk = await county.TalkAsync("330106999999");

        Assert.Contains("不在零售户名单里", await talk.SayAsync("软中华还能订几条"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("今天天气怎么样")]
    [InlineData("给我讲个笑话")]
    [InlineData("我花呗额度多少")]
    [InlineData("苹果手机什么时候到货")]
    [InlineData("人民大会堂在哪条路")]
    public async Task Chatter_gets_no_figure(string words)
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.AskAsync(words);

        Assert.DoesNotMatch("还可订|限量 [0-9]|余额 [0-9]", answer.Reply);
    }

    [Fact]
    public async Task Price_gives_wholesale_retail_and_time()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.SayAsync("硬中华批发价多少");

        Assert.Contains("批发价", answer, StringComparison.Ordinal);
        Assert.Contains("建议零售价", answer, StringComparison.Ordinal);
        Assert.Contains($"截至 {Bot.Phrases.Wording.Minute(county.Time.GetUtcNow())}", answer, StringComparison.Ordinal);
    }
}
