using ServiceBot.Knowledge.Cache;

namespace ServiceBot.Knowledge;

/// <summary>How the knowledge is, for probes.</summary>
public sealed class KnowledgeHealth
{
    private readonly RedisConnection _redis;
    private readonly TradeVersions _versions;

    internal KnowledgeHealth(RedisConnection redis, TradeVersions versions) => (_redis, _versions) = (redis, versions);

    /// <summary>False: answers come from the store of record, slower and just as true.</summary>
    public bool IsRedisConnected => _redis.IsConnected;

    /// <summary>Asks the store of record; throws what it throws when it does not answer.</summary>
    public Task CheckStoreAsync(CancellationToken cancellationToken) => _versions.RefreshAsync(cancellationToken);
}
