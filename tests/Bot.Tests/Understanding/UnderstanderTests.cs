using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class UnderstanderTests(TrainedModel model)
{
    private static readonly string[] Names = ["软中华", "硬中华", "软中", "硬中", "荷花", "利群", "黄山"];
    private static readonly double AnswerAt = new UnderstandingOptions().AnswerAt;

    [Theory]
    [InlineData("软中", Intent.SupplyQuota)]
    [InlineData("软中华!!", Intent.SupplyQuota)]
    [InlineData("荷花2条", Intent.SupplyQuota)]
    [InlineData("软中、硬中和荷花", Intent.SupplyQuota)]
    [InlineData("软中华多少钱", Intent.Price)]
    [InlineData("价格 荷花", Intent.Price)]
    [InlineData("利群到了吗", Intent.Arrival)]
    [InlineData("荷花什么时候到", Intent.Arrival)]
    [InlineData("330106100123", Intent.Bind)]
    [InlineData("3301 0610 0123", Intent.Bind)]
    [InlineData("1124-0057", Intent.Complaint)]
    [InlineData("1", Intent.Help)]
    [InlineData("?", Intent.Help)]
    [InlineData("TD", Intent.StopSubscription)]
    [InlineData("人工", Intent.HumanHandoff)]
    [InlineData("餘額", Intent.SettlementBalance)]
    [InlineData("在吗[微笑]", Intent.Greeting)]
    public async Task Text_that_is_short_and_clear_is_answered(string text, Intent expected)
    {
        var understood = await UnderstandAsync(text);

        Assert.Equal(expected, understood.Intent);
        Assert.InRange(understood.Confidence, AnswerAt, 1);
    }

    [Theory]
    [InlineData("软中华这周还能订几条", Intent.SupplyQuota)]
    [InlineData("请问一下，软中华，这个星期，还可以订几条啊。", Intent.SupplyQuota)]
    [InlineData("卡里够不够扣", Intent.SettlementBalance)]
    [InlineData("送货的态度太差了我要投诉", Intent.Complaint)]
    [InlineData("我的客户经理电话多少", Intent.ManagerContact)]
    public async Task Text_of_a_retailer_is_answered(string text, Intent expected)
    {
        var understood = await UnderstandAsync(text);

        Assert.Equal(expected, understood.Intent);
        Assert.InRange(understood.Confidence, AnswerAt, 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[微笑][强]")]
    [InlineData("😀👍")]
    [InlineData("。。。")]
    public async Task Text_without_words_is_out_of_scope(string text)
    {
        var understood = await UnderstandAsync(text);

        Assert.Equal(Intent.OutOfScope, understood.Intent);
        Assert.Empty(understood.Entities);
    }

    [Theory]
    [InlineData("花呗额度还剩多少钱")]
    [InlineData("iphone17到货了吗")]
    [InlineData("黄山门票多少钱")]
    [InlineData("给我来根烟")]
    [InlineData("今天天气不错")]
    [InlineData("移动话费余额查询")]
    [InlineData("ﾊﾟﾝ xyzzy 123.45 %% 🀄")]
    public async Task Text_that_is_chatter_gets_no_business_answer(string text)
    {
        var understood = await UnderstandAsync(text);

        Assert.False(understood.Intent.IsBusiness() && understood.Confidence >= AnswerAt, $"{understood.Intent} {understood.Confidence:F2}");
    }

    [Fact]
    public async Task Ranked_starts_with_the_decided_intent_and_adds_up_to_one()
    {
        var understood = await UnderstandAsync("软中华限量多少");

        Assert.Equal(understood.Intent, understood.Ranked[0].Intent);
        Assert.Equal(1, understood.Ranked.Sum(score => score.Confidence), 3);
        Assert.Equal(understood.Ranked.Select(score => score.Confidence).OrderDescending(), understood.Ranked.Select(score => score.Confidence));
    }

    [Fact]
    public async Task Entities_stand_in_order_of_appearance()
    {
        var understood = await UnderstandAsync("明天软中华订3条,许可证330106100123");

        Assert.Equal(["date", "product", "quantity", "license"], understood.Entities.Select(entity => entity.Type));
        Assert.Equal(["2026-11-25", "软中华", "3条", "330106100123"], understood.Entities.Select(entity => entity.Value));
    }

    [Fact]
    public async Task Product_found_with_a_low_score_is_not_named()
    {
        var understander = new Understander(
            (_, _) => new([FakeProducts.Mention("好猫", 0, score: 0.3)]), model.Source, new UnderstandingOptions());

        var understood = await understander.UnderstandAsync("好猫", TrainedModel.At, TestContext.Current.CancellationToken);

        Assert.Empty(understood.Entities);
    }

    [Fact]
    public async Task Understander_used_from_many_threads_gives_what_one_gives()
    {
        var texts = Enumerable.Range(0, 200).Select(index => $"软中华这周还能订{index}条").ToArray();
        var one = new List<Understood>();
        foreach (var text in texts)
        {
            one.Add(await UnderstandAsync(text));
        }

        var many = await Task.WhenAll(texts.Select(text => Task.Run(() => UnderstandAsync(text), TestContext.Current.CancellationToken)));

        Assert.Equal(one.Select(Shape), many.Select(Shape));
    }

    private static (Intent Intent, double Confidence, string Entities) Shape(Understood understood) =>
        (understood.Intent, understood.Confidence, string.Join(' ', understood.Entities.Select(entity => entity.Value)));

    private Task<Understood> UnderstandAsync(string text) =>
        model.With(Names).UnderstandAsync(text, TrainedModel.At, TestContext.Current.CancellationToken).AsTask();
}
