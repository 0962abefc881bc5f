using System.Text.Json;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Tests.Support;
using ZiggyCreatures.Caching.Fusion.Internals.Distributed;

namespace ServiceBot.Knowledge.Tests.Cache;

public sealed class TradeJsonTests
{
    [Fact]
    public void RetailerFile_throughJson_isTheSame()
    {
        var file = new RetailerFile(
            Sample.Retailer() with { OrderDay = new OrderDay(DayOfWeek.Thursday, WeekParity.Odd) },
            Sample.Account(1.25m),
            [Sample.Addition(Sample.Soft, 2)],
            [Sample.Order(23, Sample.Soft, -3)]);

        var back = RoundTrip(file);

        Assert.Equal((file.Retailer, file.Account), (back.Retailer, back.Account));
        Assert.Equal(file.Additions, back.Additions);
        Assert.Equal(file.Orders, back.Orders);
    }

    [Fact]
    public void Book_throughJson_isTheSame()
    {
        var cycle = new OrderCycle(Sample.Date(21), DayHalf.Afternoon, Sample.Date(26), DayHalf.Morning);
        var limit = Sample.Limit(Sample.Soft, 3, cycle) with { Market = MarketType.Country, Status = SupplyStatus.New };
        var book = new TradeBookData(
            [Sample.Product(Sample.Soft)], [], [cycle], [limit], [new(cycle, "5段", Sample.Cells((1, 2)))], [], [], [], [], []);

        var back = RoundTrip(book);

        Assert.Equal(book.Products, back.Products);
        Assert.Equal(book.Cycles, back.Cycles);
        Assert.Equal(book.SupplyLimits, back.SupplyLimits);
        Assert.Equal(book.BandLimits, back.BandLimits);
    }

    private static T RoundTrip<T>(T value)
    {
        var entry = new FusionCacheDistributedEntry<T>(value, 1, 2, null, null);
        var json = JsonSerializer.Serialize(entry, TradeJson.Default.Options);
        return JsonSerializer.Deserialize<FusionCacheDistributedEntry<T>>(json, TradeJson.Default.Options)!.Value;
    }
}
