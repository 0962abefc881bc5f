using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.SelfService.Limits;
using ServiceBot.Bot.Skills;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.SelfService;

/// <summary>One product's limit as a line: the figure first, then how it comes about.</summary>
public sealed class LimitLinesTests
{
    private static readonly DateTimeOffset AsOf = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);
    private static readonly OrderCycle Week = OrderCycle.OfDays(new(2026, 11, 23), new(2026, 11, 29));

    private static readonly Product Product =
        new("1", "甲(软)", "甲", "甲厂", "三档", "常规", 180.5m, 21m, 10m, null, "");

    private static readonly SupplyPosition Position = new(
        Week, SupplyMethod.ByTier, SupplyStatus.Offered, TierCell: 6, [], Ordered: 2, Band: null, Condition: "", AsOf, AsOf);

    private readonly LimitLines _lines;

    public LimitLinesTests()
    {
        var phrases = PhraseFile.Load(Path.Combine(TestEnvironment.Root, "config"));
        _lines = new LimitLines(phrases, new SupplyNotes(phrases));
    }

    [Fact]
    public void Line_hasWhatIsLeft_thenLimitAndOrdered()
    {
        var line = Of(Position);

        Assert.Equal(("还可订", 4, "限量 6 条，已订 2 条"), (line.Label, line.Cartons, line.Detail));
        Assert.Empty(line.Notes);
    }

    [Fact]
    public void Line_withAnAddition_saysHowMuchOfTheLimitItIs()
    {
        var line = Of(Position with { Additions = [new(Week, LicenseNumber.Parse("330106100123"), "1", 3, "")] });

        Assert.Equal((7, "限量 9 条（含增投 3 条），已订 2 条"), (line.Cartons, line.Detail));
    }

    [Fact]
    public void Line_whoseBandBinds_namesBothLimits()
    {
        var line = Of(Position with { Method = SupplyMethod.ByPriceBand, Band = new BandPosition("5段", 5, 4) });

        Assert.Equal(("还可订", 1), (line.Label, line.Cartons));
        Assert.Equal(["5段合计限量 5 条，已订 4 条，还可订 1 条", "按品规还能订 4 条，但要以价位段合计为准"], line.Notes);
    }

    [Fact]
    public void Line_whoseBandDoesNotBind_leavesItOut() => Assert.Empty(
        Of(Position with { Method = SupplyMethod.ByPriceBand, Band = new BandPosition("5段", 50, 4) }).Notes);

    [Fact]
    public void Line_ofWhatIsOrderedUp_saysSo()
    {
        var line = Of(Position with { Ordered = 6 });

        Assert.Equal(("已订完", 0), (line.Label, line.Cartons));
    }

    [Fact]
    public void Line_byCondition_saysTheCondition()
    {
        var line = Of(Position with { Method = SupplyMethod.ByCondition, TierCell = 0, Ordered = 0, Condition = "上月订购50条以上" });

        Assert.Equal(("限量", 0, null), (line.Label, line.Cartons, line.Detail));
        Assert.Equal(["投放条件：上月订购50条以上"], line.Notes);
    }

    [Fact]
    public void Line_withoutOrders_givesTheLimitAndClaimsNothing()
    {
        var line = Of(Position with { Ordered = null, OrdersAsOf = null });

        Assert.Equal(("限量", 6, "已订多少暂无数据"), (line.Label, line.Cartons, line.Detail));
    }

    [Fact]
    public void Line_ofAStoppedProduct_hasNoFigure()
    {
        var line = _lines.Of(new PlannedProduct(Product, null), Week);

        Assert.Equal(("本期不投放", null), (line.Label, line.Cartons));
    }

    [Fact]
    public void Line_ofAnotherCycleThanTheList_saysItsOwn()
    {
        var line = _lines.Of(new PlannedProduct(Product, Position), OrderCycle.OfDays(new(2026, 11, 16), new(2026, 11, 30)));

        Assert.Equal(["这个品规的周期是 11月23日至11月29日"], line.Notes);
    }

    private LimitLine Of(SupplyPosition position) => _lines.Of(new PlannedProduct(Product, position), Week);
}
