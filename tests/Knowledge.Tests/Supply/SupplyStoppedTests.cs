using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

/// <summary>Products that may not be ordered, and what there is instead.</summary>
public sealed class SupplyStoppedTests
{
    private readonly SupplyCase _case = new();

    [Fact]
    public void Stopped_offersWhatTheSamePriceClassHasLeft_mostFirst()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 9) with { Status = SupplyStatus.Stopped });
        Add("a", 4, "三档");
        Add("b", 6, "三档");
        Add("c", 9, "四档");
        Add("d", 0, "三档");
        Add("e", 5, "三档");
        _case.Orders.Add(Sample.Order(23, "b", 3));
        _case.Orders.Add(Sample.Order(23, "e", 5));

        var answer = Assert.IsType<SupplyAnswer.Stopped>(_case.Ask());

        Assert.True(answer.StoppedByPlan);
        Assert.Equal((Sample.Week, SupplyCase.PlanLoadedAt), (answer.Cycle, answer.AsOf));
        Assert.Equal([("a", 4), ("b", 3)], answer.Alternatives.Select(other =>
            (other.Product.Code, other.Position.Remaining!.Value)));
    }

    [Fact]
    public void Stopped_offersAtMostFive()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 0) with { Status = SupplyStatus.Stopped });
        foreach (var number in Enumerable.Range(1, 7))
        {
            Add($"a{number}", number, "三档");
        }

        var answer = Assert.IsType<SupplyAnswer.Stopped>(_case.Ask());

        Assert.Equal([7, 6, 5, 4, 3], answer.Alternatives.Select(other => other.Position.Limit));
    }

    [Fact]
    public void Product_withoutARowForThisRetailer_isStoppedButNotByThePlan()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5) with { Market = MarketType.Country });
        _case.Limits.Add(Sample.Limit(Sample.Hard, 5));

        Assert.False(Assert.IsType<SupplyAnswer.Stopped>(_case.Ask()).StoppedByPlan);
        Assert.False(Assert.IsType<SupplyAnswer.Stopped>(_case.Ask("3")).StoppedByPlan);
    }

    [Fact]
    public void Stopped_withAnAdditionOfThisRetailer_isPlannedByTheAdditionAlone()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 9) with { Status = SupplyStatus.Stopped });
        _case.Additions.Add(Sample.Addition(Sample.Soft, 2));
        _case.Orders.Add(Sample.Order(24, Sample.Soft, 1));

        var position = _case.Position();

        Assert.Equal((0, 2, 1), (position.TierCell, position.Limit, position.Remaining));
        Assert.Equal(SupplyStatus.Offered, position.Status);
    }

    [Fact]
    public void ClosedShop_getsNoFigure()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Retailer = Sample.Retailer() with { Status = RetailerStatus.Closed };

        Assert.Equal(new SupplyAnswer.ShopClosed(_case.Retailer), _case.Ask());
        Assert.Equal(new OrderableAnswer.ShopClosed(_case.Retailer), _case.AskAll());
    }

    [Fact]
    public void UnknownLicenceOrProduct_isUnknown()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));

        Assert.IsType<SupplyAnswer.Unknown>(_case.Ask("none"));
        _case.Retailer = null;
        Assert.IsType<SupplyAnswer.Unknown>(_case.Ask());
        Assert.IsType<OrderableAnswer.Unknown>(_case.AskAll());
    }

    [Fact]
    public void Orderable_listsWhatIsLeft_mostFirst_andNothingElse()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Limits.Add(Sample.Limit(Sample.Hard, 9) with { Status = SupplyStatus.New });
        _case.Limits.Add(Sample.Limit("3", 9) with { Status = SupplyStatus.Stopped });
        Add("4", 2, "三档");
        _case.Orders.Add(Sample.Order(23, Sample.Soft, 4));
        _case.Orders.Add(Sample.Order(23, "4", 2));

        var answer = Assert.IsType<OrderableAnswer.Planned>(_case.AskAll());

        Assert.Equal([Sample.Hard, Sample.Soft], answer.Products.Select(product => product.Product.Code));
        Assert.Equal((Sample.Week, SupplyCase.PlanLoadedAt), (answer.Cycle, answer.AsOf));
    }

    [Fact]
    public void Orderable_beforeAnyOrderTable_goesByTheLimits()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.OrdersLoaded = false;

        var answer = Assert.IsType<OrderableAnswer.Planned>(_case.AskAll());

        Assert.Null(Assert.Single(answer.Products).Position.Remaining);
    }

    private void Add(string code, int cartons, string priceClass)
    {
        _case.Products.Add(Sample.Product(code, $"乙({code})", priceClass));
        _case.Limits.Add(Sample.Limit(code, cartons));
    }
}
