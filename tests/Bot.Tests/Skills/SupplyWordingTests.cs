using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Skills;

public sealed class SupplyWordingTests
{
    private static readonly OrderCycle Week = OrderCycle.OfDays(new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 29));

    [Fact]
    public void Answers_drop_no_product()
    {
        var words = Wording().Answers([Planned("甲"), new SupplyAnswer.NoPlan(Product("乙"), null, null), new SupplyAnswer.Unknown()]);

        Assert.StartsWith("甲：还可订 2 条（限量 3，已订 1）\n乙：现在没有限量数据\n这个品规现在查不到了", words, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_name_both_limits_where_the_band_binds()
    {
        var bound = Planned("甲");
        bound = bound with { Position = bound.Position with { Band = new BandPosition("7段", 12, 11) } };

        var words = Wording().Answers([bound, Planned("乙")]);

        Assert.StartsWith(
            "甲：还可订 1 条（限量 3，已订 1；7段合计限量 12，已订 11）\n乙：还可订 2 条（限量 3，已订 1）", words, StringComparison.Ordinal);
    }

    private static SupplyWording Wording() => new(
        Dispatching.Phrases,
        new Turn(1, Messages.Text("限量"), Conversation.Start(Messages.Key()), null, null, Messages.At));

    private static SupplyAnswer.Planned Planned(string name) => new(
        Product(name),
        new SupplyPosition(Week, SupplyMethod.ByTier, SupplyStatus.Offered, 3, [], 1, null, "", Messages.At, Messages.At),
        new Retailer(
            LicenseNumber.Parse("330106100123"), "", "店", "", "", new Tier(20), MarketType.Town, "",
            new OrderDay(DayOfWeek.Monday, WeekParity.Every), null, "", "", RetailerStatus.Open, null, null, null));

    private static Product Product(string name) => new(name, name, "", "", "", "", null, null, null, null, "");
}
