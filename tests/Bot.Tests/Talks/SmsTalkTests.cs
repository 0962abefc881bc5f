using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Answers by SMS: all that they must hold is in the first message, which fits two segments.</summary>
[Collection(nameof(County))]
public sealed class SmsTalkTests(County county)
{
    private const string Demo = "330106100123";
    private const string Short = "330106100045";

    [Fact]
    public async Task Quota_of_every_product_is_whole_in_the_first_message()
    {
        var planned = 0;
        var products = await Knowledge.ProductsAsync(Stop);
        foreach (var license in new[] { Demo, "330106100001", "330106100301" })
        {
            foreach (var product in products)
            {
                var first = await FirstAsync(license, Intent.SupplyQuota, product);
                var answer = await Knowledge.SupplyAsync(LicenseNumber.Parse(license), product.Code, county.Time.GetUtcNow(), Stop);
                planned += answer is SupplyAnswer.Planned ? 1 : 0;
                AssertHolds(first, ExpectedOf(product, answer));
            }
        }

        Assert.True(products.Count >= 316 && planned > 100, $"{products.Count} products, {planned} planned");
    }

    [Fact]
    public async Task Price_and_arrival_of_every_product_fit()
    {
        foreach (var product in await Knowledge.ProductsAsync(Stop))
        {
            AssertHolds(await FirstAsync(Demo, Intent.Price, product), product.Name, "截至");
            AssertHolds(await FirstAsync(Demo, Intent.Arrival, product), product.Name, "截至");
        }
    }

    [Fact]
    public async Task Settlement_of_every_retailer_is_whole_in_the_first_message()
    {
        var seen = 0;
        foreach (var license in Licenses)
        {
            if (await Knowledge.SettlementAsync(LicenseNumber.Parse(license), county.Time.GetUtcNow(), Stop) is not { } position)
            {
                continue;
            }

            seen++;
            AssertHolds(await FirstAsync(license, Intent.SettlementBalance), [.. ExpectedOf(position)]);
        }

        Assert.True(seen > 200, $"{seen} accounts");
    }

    [Fact]
    public async Task Every_skill_fits_for_every_retailer()
    {
        Intent[] intents =
        [
            Intent.NewBrand, Intent.OrderDay, Intent.Delivery, Intent.ManagerContact, Intent.Hotline, Intent.Policy, Intent.Complaint,
            Intent.HumanHandoff, Intent.SupplyQuota, Intent.Arrival, Intent.Greeting, Intent.Help, Intent.Bind, Intent.Subscribe,
        ];
        foreach (var license in Licenses)
        {
            foreach (var intent in intents)
            {
                AssertHolds(await FirstAsync(license, intent));
            }
        }
    }

    [Theory]
    [InlineData("限量 软中华", "中华(软)：还可订 3 条")]
    [InlineData("限量　软中华", "中华(软)：还可订 3 条")]
    [InlineData("软中华限量", "限量 6 条，已订 3 条")]
    [InlineData(" 余额 ", "账户余额")]
    [InlineData("新品", "截至")]
    [InlineData("新品", "零售")]
    [InlineData("投诉", "请回复事情经过")]
    [InlineData("投诉", "12313（周一至周日 9:00-17:30）")]
    [InlineData("热线", "0571-80000101")]
    [InlineData("热线", "回「投诉」")]
    [InlineData("人工", "会在 11月24日 12:00 前联系您")]
    [InlineData("客户经理", "客户经理 ")]
    [InlineData("订货日", "每周一")]
    [InlineData("1", "我能帮您查")]
    [InlineData("更多", "没有更多")]
    public async Task Terse_command_is_understood(string words, string expected)
    {
        var answer = await (await county.TalkAsync(Demo, ChannelNames.Sms)).SayAsync(words);

        Assert.Contains(expected.Replace("12313（周一至周日 9:00-17:30）", "（周一至周日 9:00-17:30） 12313", StringComparison.Ordinal), answer, StringComparison.Ordinal);
        Assert.InRange(answer.Length, 1, ChannelLimits.SmsCharacters);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("１")]
    [InlineData(" 1 。")]
    public async Task Choice_is_taken_by_its_number(string number)
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        var asked = await talk.SayAsync("黄鹤楼");

        Assert.Contains("回数字", asked, StringComparison.Ordinal);
        Assert.Equal(6, asked.Split('\n').Length);
        Assert.StartsWith($"{asked.Split('\n')[1][3..]}：", await talk.SayAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_after_the_complaint_is_the_complaint()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        await talk.SayAsync("投诉");

        Assert.Matches("投诉已记录，编号 1124-[0-9]+", await talk.SayAsync("昨天少送两条软中华"));
    }

    [Fact]
    public async Task New_brand_has_taste_origin_and_price_and_opens_by_its_number_after_more()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        Assert.Matches("1\\. .+，零售 [0-9.]+ 元/包；烤烟型|1\\. .+，价格暂无数据；", await talk.SayAsync("新品"));
        var page = await talk.SayAsync("更多");
        var number = page.Split('.')[0];

        Assert.StartsWith($"新品：{page[(page.IndexOf('.', StringComparison.Ordinal) + 2)..].Split('，')[0]}", await talk.SayAsync(number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shortfall_names_what_by_when_and_where()
    {
        var answer = await (await county.TalkAsync(Short, ChannelNames.Sms)).SayAsync("余额");

        AssertHolds(answer, "还差 386.50 元", "11月25日 09:00 扣款", "截至 11月23日 20:00", "尾号");
    }

    private CancellationToken Stop { get; } = TestContext.Current.CancellationToken;

    private KnowledgeBase Knowledge => county.Services.GetRequiredService<KnowledgeBase>();

    private static IEnumerable<string> Licenses => Enumerable.Range(1, 420).Select(number => $"330106100{number:000}");

    /// <summary>The first message of an answer, as cut for SMS.</summary>
    private async Task<string> FirstAsync(string license, Intent intent, params Product[] products)
    {
        var retailer = await Knowledge.RetailerAsync(LicenseNumber.Parse(license), Stop);
        var key = ConversationKey.Create(ChannelNames.Sms, "test", "13800000000");
        var message = new Inbound.Text("限量") { Conversation = key, MessageId = "1", SentAt = county.Time.GetUtcNow() };
        var turn = new Turn(1234, message, Conversation.Start(key), retailer, null, county.Time.GetUtcNow());
        var decision = await county.Services.GetRequiredService<SkillRouter>().AnswerAsync(turn, intent, products, Stop);
        return county.Services.GetRequiredService<ReplyFitter>().Fit(decision, turn.Conversation).Reply!.ToPlainText();
    }

    private static string[] ExpectedOf(Product product, SupplyAnswer answer) => answer switch
    {
        SupplyAnswer.Planned { Position: var position } =>
        [
            product.Name, $"还可订 {position.Remaining} 条", $"限量 {position.Limit} 条", position is { Limit: 0, Ordered: 0 } ? "" : $"已订 {position.Ordered} 条",
            position.Cycle.Span(), "截至 11月24日 10:00",
            position.Band is { } band ? $"{band.Band}合计限量 {band.Limit} 条，已订 {band.Ordered} 条，还可订 {band.Remaining} 条" : "",
            position.BandBinds ? "以合计为准" : "",
        ],
        SupplyAnswer.Stopped stopped => [product.Name, "投放", stopped.Cycle.Span(), "截至 11月24日 10:00", "同价类"],
        _ => throw new InvalidOperationException(answer.GetType().Name),
    };

    private static IEnumerable<string> ExpectedOf(SettlementPosition position)
    {
        yield return $"{position.Account.Balance.Money()} 元";
        yield return $"截至 {position.Account.BalanceAt.Minute()}";
        if (position.Account.Pending > 0)
        {
            yield return $"待扣 {position.Account.Pending.Money()} 元";
            yield return position.Account.DeductionAt?.Minute() ?? "还没定";
            yield return position.Shortfall > 0 && position.DeductionIsAhead ? $"还差 {position.Shortfall.Money()} 元" : "";
        }
    }

    private static void AssertHolds(string message, params string[] expected)
    {
        Assert.InRange(message.Length, 1, ChannelLimits.SmsCharacters);
        Assert.All(expected, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }
}
