using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

/// <summary>The whole plan of one retailer.</summary>
public sealed class PlanTests
{
    private readonly SupplyCase _case = new();

    [Fact]
    public void Plan_hasEveryProductOfTheRetailer_stillOrderableFirst()
    {
        Add("stopped", 9, SupplyStatus.Stopped);
        Add("zero", 0);
        Add("used", 4);
        Add("little", 2);
        Add("much", 8);
        _case.Orders.Add(Sample.Order(23, "used", 4));
        _case.Orders.Add(Sample.Order(23, "much", 1));

        var plan = Planned();

        Assert.Equal(
            [
                ("much", PlanStanding.Orderable), ("little", PlanStanding.Orderable), ("used", PlanStanding.UsedUp),
                ("zero", PlanStanding.NoLimit), ("stopped", PlanStanding.Stopped),
            ],
            plan.Products.Select(one => (one.Product.Code, one.Standing)));
        Assert.Equal(7, plan.Products[0].Position!.Remaining);
        Assert.Null(plan.Products[4].Position);
        Assert.Equal(
            (Sample.Week, SupplyCase.PlanLoadedAt, SupplyCase.OrdersLoadedAt), (plan.Cycle, plan.AsOf, plan.OrdersAsOf!.Value));
    }

    [Fact]
    public void Plan_leavesOutWhatHasNoRowForTheRetailer_butKeepsAnAddition()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5) with { Market = MarketType.Country });
        _case.Limits.Add(Sample.Limit(Sample.Hard, 5) with { Market = MarketType.Country });
        _case.Additions.Add(Sample.Addition(Sample.Hard, 2));

        var one = Assert.Single(Planned().Products);

        Assert.Equal((Sample.Hard, 2), (one.Product.Code, one.Position!.Limit));
    }

    [Fact]
    public void Product_whoseBandIsOrderedUp_isUsedUp()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5) with { Method = SupplyMethod.ByPriceBand, Band = "5段" });
        _case.Limits.Add(Sample.Limit(Sample.Hard, 5) with { Method = SupplyMethod.ByPriceBand, Band = "5段" });
        _case.Bands.Add(new BandLimit(Sample.Week, "5段", Sample.Cells((13, 3))));
        _case.Orders.Add(Sample.Order(23, Sample.Hard, 3));

        Assert.All(Planned().Products, one => Assert.Equal(PlanStanding.UsedUp, one.Standing));
    }

    [Fact]
    public void Plan_withoutOrders_standsByTheLimits()
    {
        Add("zero", 0);
        Add("some", 2);
        _case.OrdersLoaded = false;

        var plan = Planned();

        Assert.Equal([PlanStanding.Orderable, PlanStanding.NoLimit], plan.Products.Select(one => one.Standing));
        Assert.Null(plan.Products[0].Position!.Remaining);
        Assert.Null(plan.OrdersAsOf);
    }

    [Fact]
    public void Plan_thatIsOver_namesTheLastAndNextCycle()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5, Sample.LastWeek));

        Assert.Equal(new PlanAnswer.NoPlan(Sample.LastWeek, null), _case.AskPlan());
    }

    [Fact]
    public void Plan_ofAClosedShopOrOfNobody_hasNoFigure()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Retailer = Sample.Retailer() with { Status = RetailerStatus.Closed };
        Assert.IsType<PlanAnswer.ShopClosed>(_case.AskPlan());

        _case.Retailer = null;
        Assert.IsType<PlanAnswer.Unknown>(_case.AskPlan());
    }

    private PlanAnswer.Planned Planned() => Assert.IsType<PlanAnswer.Planned>(_case.AskPlan());

    private void Add(string code, int cartons, SupplyStatus status = SupplyStatus.Offered)
    {
        _case.Products.Add(Sample.Product(code, code));
        _case.Limits.Add(Sample.Limit(code, cartons) with { Status = status });
    }
}
