using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// The sockets that are open in this process, one a conversation. One timer keeps all of them alive: one each would cost more
/// than the sockets.
/// </summary>
internal sealed class DirectLineStreams : IDisposable
{
    private readonly ConcurrentDictionary<string, DirectLineStream> _streams = new(StringComparer.Ordinal);
    private readonly IOptions<DirectLineOptions> _options;
    private readonly ChannelMetrics _metrics;
    private readonly ILogger<DirectLineStreams> _logger;
    private readonly Lazy<ITimer> _timer;
    private readonly CancellationTokenRegistration _stopping;
    private readonly CancellationToken _isStopping;

    public DirectLineStreams(
        IOptions<DirectLineOptions> options,
        IHostApplicationLifetime lifetime,
        ChannelMetrics metrics,
        TimeProvider time,
        ILogger<DirectLineStreams> logger)
    {
        (_options, _metrics, _logger, _isStopping) = (options, metrics, logger, lifetime.ApplicationStopping);
        _timer = new(() => time.CreateTimer(_ => KeepAlive(), null, Period, Period));
        _stopping = _isStopping.Register(CloseAll);
    }

    // Often enough that no socket is quiet for much longer than the setting, and that not all speak at once.
    private TimeSpan Period => _options.Value.KeepAlive / 4;

    /// <summary>The conversation's open socket in this process; null for none.</summary>
    public DirectLineStream? Of(string conversation) => _streams.GetValueOrDefault(conversation);

    /// <summary>Refuses further sockets when there are enough, or the program is on its way out.</summary>
    /// <exception cref="DirectLineRefusedException">No room.</exception>
    public void RequireRoom()
    {
        if (_isStopping.IsCancellationRequested || _streams.Count >= _options.Value.MaxSockets)
        {
            throw DirectLineRefusedException.Full();
        }
    }

    /// <summary>Serves a socket to its end. An older one of the conversation is closed: two would show everything twice.</summary>
    public async Task RunAsync(DirectLineStream stream)
    {
        _ = _timer.Value;
        _streams.AddOrUpdate(stream.Conversation, stream, (_, older) =>
        {
            older.Close(WebSocketCloseStatus.PolicyViolation);
            return stream;
        });
        _metrics.Opened(ChannelNames.Web, 1);
        try
        {
            if (_isStopping.IsCancellationRequested)
            {
                // It came in between the question whether there is room and here.
                stream.Close(WebSocketCloseStatus.EndpointUnavailable);
            }

            await stream.RunAsync();
        }
        finally
        {
            _streams.TryRemove(KeyValuePair.Create(stream.Conversation, stream));
            _metrics.Opened(ChannelNames.Web, -1);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        if (_timer.IsValueCreated)
        {
            _timer.Value.Dispose();
        }
    }

    private void KeepAlive()
    {
        foreach (var (_, stream) in _streams)
        {
            stream.KeepAlive(_options.Value.KeepAlive);
        }
    }

    /// <summary>The server would otherwise wait for its clients to go, which they do not do by themselves.</summary>
    private void CloseAll()
    {
        _logger.ClosingAll(_streams.Count);
        foreach (var (_, stream) in _streams)
        {
            stream.Close(WebSocketCloseStatus.EndpointUnavailable);
        }
    }
}
