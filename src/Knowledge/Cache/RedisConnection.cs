using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace ServiceBot.Knowledge.Cache;

/// <summary>
/// The process's one connection to Redis, or to the embedded store. It is made at first use, never fails, and goes on
/// connecting in the background. While there is none, commands fail at once and callers go to the store of record.
/// </summary>
public sealed partial class RedisConnection : IDisposable
{
    /// <summary>How long the first use waits for a Redis that is not there, in milliseconds.</summary>
    private const int ConnectTimeout = 500;

    private readonly StorageOptions _storage;
    private readonly EmbeddedGarnet _garnet;
    private readonly ILogger<RedisConnection> _logger;
    private readonly Lazy<ConnectionMultiplexer> _multiplexer;
    private int _lost;

    internal RedisConnection(
        IOptions<StorageOptions> storage, EmbeddedGarnet garnet, ILogger<RedisConnection> logger)
    {
        _storage = storage.Value;
        _garnet = garnet;
        _logger = logger;
        _multiplexer = new Lazy<ConnectionMultiplexer>(Connect);
    }

    /// <summary>Told each time that the connection comes back.</summary>
    internal event Action? Restored;

    /// <summary>Told each time that the connection goes.</summary>
    internal event Action? Lost;

    /// <summary>StackExchange.Redis; no command of several keys, so that a cluster serves as well.</summary>
    public IConnectionMultiplexer Multiplexer => _multiplexer.Value;

    /// <summary>True while Redis answers. False is slower, never wrong: reads go to the store of record.</summary>
    public bool IsConnected => Multiplexer.IsConnected;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_multiplexer.IsValueCreated)
        {
            _multiplexer.Value.Dispose();
        }
    }

    private ConnectionMultiplexer Connect()
    {
        _garnet.HostIfFree();
        var multiplexer = ConnectionMultiplexer.Connect(Configuration());
        multiplexer.ConnectionFailed += (_, failure) => Fail(failure.FailureType);
        multiplexer.ConnectionRestored += (_, _) => Restore();
        if (!multiplexer.IsConnected)
        {
            Fail(ConnectionFailureType.UnableToConnect);
        }

        return multiplexer;
    }

    private ConfigurationOptions Configuration()
    {
        var configuration = _garnet.IsWanted
            ? new ConfigurationOptions { EndPoints = { new UnixDomainSocketEndPoint(_garnet.SocketPath) } }
            : ConfigurationOptions.Parse(_storage.Redis);
        configuration.AbortOnConnectFail = false;
        configuration.ConnectTimeout = ConnectTimeout;
        configuration.ConnectRetry = 0;
        configuration.ReconnectRetryPolicy = new LinearRetry(ConnectTimeout);
        configuration.BacklogPolicy = BacklogPolicy.FailFast;
        return configuration;
    }

    private void Fail(ConnectionFailureType failure)
    {
        if (Interlocked.Exchange(ref _lost, 1) == 0)
        {
            LogLost(failure);
        }

        Lost?.Invoke();
    }

    private void Restore()
    {
        if (IsConnected && Interlocked.Exchange(ref _lost, 0) == 1)
        {
            LogRestored();
        }

        Restored?.Invoke();
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "Redis is not connected ({Failure}); answers come from the store of record until it is back.")]
    private partial void LogLost(ConnectionFailureType failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Redis is connected again.")]
    private partial void LogRestored();
}
