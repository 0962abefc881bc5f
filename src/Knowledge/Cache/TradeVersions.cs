using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceBot.Knowledge.Store;
using StackExchange.Redis;

namespace ServiceBot.Knowledge.Cache;

/// <summary>
/// Knows the newest version on this node. An import tells every node over Redis; each node also asks the store every
/// second, whenever Redis comes back, and on every read while Redis is away. So without Redis an answer takes longer
/// but is never of an older version.
/// </summary>
internal sealed partial class TradeVersions(
    TradeStore stores,
    RedisConnection redis,
    EmbeddedGarnet garnet,
    TimeProvider clock,
    ILogger<TradeVersions> logger) : BackgroundService
{
    /// <summary>How long at most a lost message leaves a node behind.</summary>
    public static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(1);

    private static readonly RedisChannel Channel = RedisChannel.Literal("servicebot:trade-version");

    private readonly Lock _gate = new();
    private TradeVersion? _current;
    private long _asked;
    private long _taken;
    private int _breaks;
    private volatile bool _listening;

    /// <summary>True while announcements reach this node, so that reads need not ask the store for the version.</summary>
    public bool IsListening => _listening && redis.IsConnected;

    /// <summary>The version that an answer beginning now is of.</summary>
    public ValueTask<TradeVersion> CurrentAsync(CancellationToken cancellationToken) =>
        IsListening && _current is { } current
            ? ValueTask.FromResult(current)
            : new ValueTask<TradeVersion>(RefreshAsync(cancellationToken));

    /// <summary>Reads the newest version from the store of record.</summary>
    public async Task<TradeVersion> RefreshAsync(CancellationToken cancellationToken)
    {
        var ticket = Interlocked.Increment(ref _asked);
        await using var store = await stores.OpenAsync(cancellationToken);
        var version = await store.NewestVersionAsync(cancellationToken);
        Take(version, ticket);
        return version;
    }

    /// <summary>Tells every node that there is a new version; false when Redis could not be told.</summary>
    public async Task<bool> AnnounceAsync(long version)
    {
        try
        {
            await redis.Multiplexer.GetSubscriber().PublishAsync(Channel, version);
            return true;
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            LogNotAnnounced(failure, version);
            return false;
        }
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        redis.Lost += StopListening;
        redis.Restored += StopListening;
        using var timer = new PeriodicTimer(PollInterval, clock);
        do
        {
            await LookAsync(stoppingToken);
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The border of the background: whatever fails here fails again for a reader, who is told.</summary>
    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            garnet.HostIfFree();
            var breaks = Volatile.Read(ref _breaks);
            var subscribed = await SubscribeAsync();
            await RefreshAsync(cancellationToken);

            // Only now: what was announced before the subscription stood has been read by the line above.
            _listening = subscribed && breaks == Volatile.Read(ref _breaks);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogLookFailed(failure);
        }
    }

    /// <returns>True when announcements reach this node.</returns>
    private async Task<bool> SubscribeAsync()
    {
        if (_listening || !redis.IsConnected)
        {
            return _listening;
        }

        // A subscription asked for while Redis was away is kept by the client but not always made: ask anew.
        var subscriber = redis.Multiplexer.GetSubscriber();
        await subscriber.UnsubscribeAsync(Channel);
        await subscriber.SubscribeAsync(Channel, (_, _) => _ = LookAsync(CancellationToken.None));
        return true;
    }

    private void StopListening()
    {
        Interlocked.Increment(ref _breaks);
        _listening = false;
    }

    /// <summary>Readers ask at the same time; the answer to the latest question counts.</summary>
    private void Take(TradeVersion version, long ticket)
    {
        lock (_gate)
        {
            if (ticket > _taken)
            {
                _taken = ticket;
                _current = version;
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Version {Version} could not be announced to the other nodes.")]
    private partial void LogNotAnnounced(Exception failure, long version);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The newest version could not be read.")]
    private partial void LogLookFailed(Exception failure);
}
