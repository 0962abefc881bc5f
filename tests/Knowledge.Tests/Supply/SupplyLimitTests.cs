using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

/// <summary>The figure itself: cell, additions, band, what is ordered.</summary>
public sealed class SupplyLimitTests
{
    private readonly SupplyCase _case = new();

    [Fact]
    public void Limit_isTheTiersOwnCell_evenWhereNeighboursGetMore()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 0) with { Cells = Sample.Cells((12, 9), (13, 1), (14, 0), (30, 0)) });

        Assert.Equal(1, _case.Position().Limit);
        _case.Retailer = Sample.Retailer() with { Tier = new Tier(30) };
        Assert.Equal(0, _case.Position().Limit);
        _case.Retailer = Sample.Retailer() with { Tier = new Tier(12) };
        Assert.Equal(9, _case.Position().Limit);
    }

    [Fact]
    public void Limit_withAdditions_addsEachThatHoldsNow()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Additions.Add(Sample.Addition(Sample.Soft, 2, "样本户"));
        _case.Additions.Add(Sample.Addition(Sample.Soft, 1, "弱势群体"));
        _case.Additions.Add(Sample.Addition(Sample.Hard, 9));
        _case.Additions.Add(Sample.Addition(Sample.Soft, 7, cycle: Sample.LastWeek));

        var position = _case.Position();

        Assert.Equal((5, 8), (position.TierCell, position.Limit));
        Assert.Equal(["样本户", "弱势群体"], position.Additions.Select(addition => addition.Reason));
        Assert.Equal((SupplyCase.PlanLoadedAt, SupplyCase.OrdersLoadedAt), (position.PlanAsOf, position.OrdersAsOf));
    }

    [Fact]
    public void ByCondition_withEmptyCells_goesByAdditionOnly()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 0) with
        {
            Method = SupplyMethod.ByCondition, Condition = "订购40条及以上各1条",
        });

        Assert.Equal((0, "订购40条及以上各1条"), (_case.Position().Limit, _case.Position().Condition));
        _case.Additions.Add(Sample.Addition(Sample.Soft, 1));
        Assert.Equal(1, _case.Position().Remaining);
    }

    [Fact]
    public void Ordered_countsThisCyclesOrdersAndReturns()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Orders.AddRange(
        [
            Sample.Order(20, Sample.Soft, 50), Sample.Order(23, Sample.Soft, 3), Sample.Order(24, Sample.Soft, -1),
            Sample.Order(27, Sample.Soft, 1), Sample.Order(28, Sample.Soft, 60), Sample.Order(24, Sample.Hard, 70),
        ]);

        Assert.Equal((3, 2), (_case.Position().Ordered, _case.Position().Remaining));
    }

    [Fact]
    public void Remaining_whenMoreIsOrderedThanAllowed_isZero()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Orders.Add(Sample.Order(23, Sample.Soft, 6));

        Assert.Equal((6, 0), (_case.Position().Ordered, _case.Position().Remaining));
    }

    [Fact]
    public void Ordered_beforeAnyOrderTable_isNotClaimed()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.OrdersLoaded = false;

        var position = _case.Position();

        Assert.Equal((5, null, null, null), (position.Limit, position.Ordered, position.Remaining, position.OrdersAsOf));
    }

    [Fact]
    public void Band_countsTheOrdersOfAllItsProducts_andBindsWhenItLeavesLess()
    {
        AddBand(limit: 10);
        _case.Orders.Add(Sample.Order(23, Sample.Hard, 5));
        _case.Orders.Add(Sample.Order(24, "3", 3));
        _case.Orders.Add(Sample.Order(20, "3", 40));

        var position = _case.Position();

        Assert.Equal(new BandPosition("5段", 10, 8), position.Band);
        Assert.Equal((5, 2, true), (position.OwnRemaining, position.Remaining, position.BandBinds));
    }

    [Fact]
    public void Band_withPlentyLeft_doesNotBind()
    {
        AddBand(limit: 30);

        Assert.Equal((5, false), (_case.Position().Remaining, _case.Position().BandBinds));
    }

    [Fact]
    public void Band_whoseTotalIsNotLoaded_isNotInvented()
    {
        AddBand(limit: 10);
        _case.Bands[0] = _case.Bands[0] with { Cycle = Sample.LastWeek };

        Assert.Equal((null, 5), (_case.Position().Band, _case.Position().Remaining));
    }

    [Fact]
    public void Band_ofAProductThatIsByTierForThisRetailer_doesNotCountItsOrders()
    {
        AddBand(limit: 10);
        _case.Limits.Add(Sample.Limit(Sample.Hard, 20) with { Market = MarketType.Town });
        _case.Orders.Add(Sample.Order(23, Sample.Hard, 9));

        Assert.Equal(new BandPosition("5段", 10, 0), _case.Position().Band);
    }

    [Theory]
    [InlineData("", "", null, 1)]
    [InlineData("", "", MarketType.Town, 2)]
    [InlineData("", "", MarketType.Country, 1)]
    [InlineData("超市、便利店", "", null, 2)]
    [InlineData("超市", "", null, 1)]
    [InlineData("", "城西、城东", null, 2)]
    [InlineData("", "城西", null, 1)]
    [InlineData("便利", "", null, 1)]
    public void Row_thatCoversTheRetailerMoreNarrowly_wins(
        string formats, string districts, MarketType? market, int expected)
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 1));
        _case.Limits.Add(Sample.Limit(Sample.Soft, 2) with { Formats = formats, Districts = districts, Market = market });

        Assert.Equal(expected, _case.Position().Limit);
    }

    [Fact]
    public void Row_ofADistrict_winsOverFormatAndMarketTogether()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 1) with { Formats = "便利店", Market = MarketType.Town });
        _case.Limits.Add(Sample.Limit(Sample.Soft, 2) with { Districts = "城东" });

        Assert.Equal(2, _case.Position().Limit);
    }

    private void AddBand(int limit)
    {
        foreach (var product in _case.Products)
        {
            _case.Limits.Add(Sample.Limit(product.Code, 5) with { Method = SupplyMethod.ByPriceBand, Band = "5段" });
        }

        _case.Bands.Add(new BandLimit(Sample.Week, "5段", Sample.Cells((13, limit))));
    }
}
