using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Caching.StackExchangeRedis;
using Microsoft.Extensions.Logging;
using ServiceBot.Knowledge.Store;
using ZiggyCreatures.Caching.Fusion;
using ZiggyCreatures.Caching.Fusion.Serialization.SystemTextJson;

namespace ServiceBot.Knowledge.Cache;

/// <summary>
/// Reads go memory → Redis → store of record. A key holds the version of the tables that its value is of, so a value
/// is never wrong, an import has nothing to delete, and old values age out.
/// </summary>
internal sealed class TradeCache : IDisposable
{
    /// <summary>The wire format's version, part of each key: raise it when a cached record changes its shape.</summary>
    private const string Format = "servicebot:k1:";

    /// <summary>Most values in memory. A retailer's takes some 10 kB, so this is about 200 MB at the very most.</summary>
    private const int MemoryEntries = 20_000;

    private readonly MemoryCache _memory = new(new MemoryCacheOptions { SizeLimit = MemoryEntries });
    private readonly RedisCache _redis;
    private readonly FusionCache _cache;

    public TradeCache(RedisConnection redis, ILoggerFactory loggers)
    {
        _redis = new RedisCache(new RedisCacheOptions
        {
            // Off the caller's thread: the first use may wait for a Redis that is not there.
            ConnectionMultiplexerFactory = () => Task.Run(() => redis.Multiplexer),
        });
        var options = new FusionCacheOptions
        {
            CacheName = "trade",
            CacheKeyPrefix = Format,
            DefaultEntryOptions = InBoth,
            DistributedCacheCircuitBreakerDuration = TimeSpan.FromSeconds(2),
        };
        _cache = new FusionCache(options, _memory, loggers.CreateLogger<FusionCache>());
        _cache.SetupDistributedCache(_redis, new FusionCacheSystemTextJsonSerializer(TradeJson.Default.Options));
    }

    /// <summary>In memory and in Redis. Past its time a value may still serve when the store fails: it is as true.</summary>
    public static FusionCacheEntryOptions InBoth { get; } = new()
    {
        Size = 1,
        Duration = TimeSpan.FromMinutes(10),
        DistributedCacheDuration = TimeSpan.FromHours(1),
        IsFailSafeEnabled = true,
        FailSafeMaxDuration = TimeSpan.FromHours(1),
        DistributedCacheHardTimeout = TimeSpan.FromMilliseconds(500),
        AllowBackgroundDistributedCacheOperations = true,
    };

    /// <summary>In Redis only: for what is kept in memory in another form.</summary>
    public static FusionCacheEntryOptions InRedis { get; } = InBoth.Duplicate().SetSkipMemoryCache();

    /// <summary>In memory only, until a newer version takes its place.</summary>
    public static FusionCacheEntryOptions InMemory { get; } = InBoth.Duplicate(TimeSpan.FromDays(1))
        .SetFailSafe(true, TimeSpan.FromHours(25))
        .SetSkipDistributedCache(true, true)
        .SetPriority(CacheItemPriority.NeverRemove);

    /// <summary>The value of this key, made when it is in none of the places. Made once, however many ask.</summary>
    public ValueTask<T> GetAsync<T>(
        string key,
        FusionCacheEntryOptions options,
        Func<CancellationToken, Task<T>> make,
        CancellationToken cancellationToken) =>
        _cache.GetOrSetAsync<T>(key, (_, stop) => make(stop), options: options, token: cancellationToken);

    /// <inheritdoc/>
    public void Dispose()
    {
        _cache.Dispose();
        _memory.Dispose();
        _redis.Dispose();
    }
}
