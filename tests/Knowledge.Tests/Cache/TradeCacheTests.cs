using ServiceBot.Knowledge.Cache;
using ZiggyCreatures.Caching.Fusion;

namespace ServiceBot.Knowledge.Tests.Cache;

public sealed class TradeCacheTests
{
    public static TheoryData<string> Kinds => [nameof(TradeCache.InBoth), nameof(TradeCache.InRedis), nameof(TradeCache.InMemory)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Value_past_its_time_still_serves_when_the_store_fails(string kind)
    {
        var options = (FusionCacheEntryOptions)typeof(TradeCache).GetProperty(kind)!.GetValue(null)!;

        Assert.True(options.IsFailSafeEnabled);
        Assert.True(options.FailSafeMaxDuration - options.Duration >= TimeSpan.FromMinutes(50));
    }
}
