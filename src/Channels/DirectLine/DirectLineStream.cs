using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// One open socket. It holds no messages: when something rings, the log is read from where the client is. So a client that
/// does not read costs nothing but its socket, and is cut when one frame waits too long.
/// </summary>
internal sealed class DirectLineStream : IDisposable
{
    // Longest that a client may take to read one frame.
    private static readonly TimeSpan SendWithin = TimeSpan.FromSeconds(20);

    // Longest that a client may take to say goodbye.
    private static readonly TimeSpan CloseWithin = TimeSpan.FromSeconds(5);

    // Most things of the moment that wait to be shown.
    private const int MostAsides = 16;

    private readonly WebSocket _socket;
    private readonly DirectLineTranscript _transcript;
    private readonly DirectLineView _view;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly DirectLineBell _bell;
    private readonly CancellationTokenSource _end = new();

    private DirectLineWatermark? _at;
    private DirectLineTyping? _typing;
    private List<DirectLineActivity>? _asides;
    private ITimer? _goodbye;
    private int _closeWith;
    private bool _news = true;
    private bool _quiet;
    private bool _behind;
    private bool _over;
    private long _sentAt;

    /// <param name="socket">Accepted; disposed by its owner.</param>
    /// <param name="transcript">What is shown.</param>
    /// <param name="view">Of whom.</param>
    /// <param name="from">After what; null for only what is new from now on.</param>
    /// <param name="time">For the deadlines.</param>
    /// <param name="logger">Told of cuts and of a store that is down.</param>
    public DirectLineStream(
        WebSocket socket,
        DirectLineTranscript transcript,
        DirectLineView view,
        DirectLineWatermark? from,
        TimeProvider time,
        ILogger logger)
    {
        (_socket, _transcript, _view, _at, _time, _logger) = (socket, transcript, view, from, time, logger);
        _bell = new DirectLineBell(ServeAsync);
        _sentAt = time.GetTimestamp();
    }

    /// <summary>Whose.</summary>
    public string Conversation => _view.Conversation;

    /// <summary>Serves the client until it goes, or is told to.</summary>
    public async Task RunAsync()
    {
        using var listening = _transcript.Listen(_view, RingForNews);
        RingForNews();
        await UntilGoneAsync();
        Close(WebSocketCloseStatus.NormalClosure);
        await _bell.Quiet;
    }

    /// <summary>Shows something of the moment, which is not in the log and not replayed; of too many at once the last are dropped.</summary>
    public void Show(DirectLineActivity activity)
    {
        lock (_bell)
        {
            _asides ??= [];
            if (_asides.Count < MostAsides)
            {
                _asides.Add(activity with { Timestamp = DirectLineTranscript.Format(_time.GetUtcNow()) });
            }
        }

        _bell.Ring();
    }

    /// <summary>The bot types until the message of this id is shown with its answer; null: it does not.</summary>
    public void Await(string? activityId) =>
        LazyInitializer.EnsureInitialized(ref _typing, () => new DirectLineTyping(Show, _time)).Await(activityId);

    /// <summary>Sends an empty frame if nothing was sent for that long, and tries again what could not be read.</summary>
    public void KeepAlive(TimeSpan quiet)
    {
        var isQuiet = _time.GetElapsedTime(Volatile.Read(ref _sentAt)) >= quiet;
        if (isQuiet)
        {
            Volatile.Write(ref _quiet, true);
        }

        if (isQuiet || Volatile.Read(ref _behind))
        {
            _bell.Ring();
        }
    }

    /// <summary>Says goodbye, so that the client knows that it has to come back. Only the first reason counts.</summary>
    public void Close(WebSocketCloseStatus status)
    {
        Interlocked.CompareExchange(ref _closeWith, (int)status, 0);
        _bell.Ring();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _goodbye?.Dispose();
        _end.Dispose();
    }

    private void RingForNews()
    {
        Volatile.Write(ref _news, true);
        _bell.Ring();
    }

    /// <summary>Reads what the client sends, which means nothing, to learn when it goes.</summary>
    private async Task UntilGoneAsync()
    {
        var scrap = new byte[128];
        try
        {
            ValueWebSocketReceiveResult frame;
            do
            {
                frame = await _socket.ReceiveAsync(scrap.AsMemory(), _end.Token);
                if (!frame.EndOfMessage)
                {
                    Close(WebSocketCloseStatus.MessageTooBig);
                }
            }
            while (frame.MessageType != WebSocketMessageType.Close);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // It went without a word.
            Volatile.Write(ref _over, true);
        }
    }

    /// <summary>Sends whatever there is to send; only the bell calls it, so one frame at a time.</summary>
    private async Task ServeAsync()
    {
        if (Volatile.Read(ref _over) || _goodbye is not null)
        {
            return;
        }

        try
        {
            await SendAsidesAsync();
            await SendNewsAsync();
            if (Interlocked.Exchange(ref _quiet, false))
            {
                await SendAsync(ReadOnlyMemory<byte>.Empty);
            }

            await SayGoodbyeAsync();
        }
        catch (Exception exception) when (
            exception is WebSocketException or OperationCanceledException or IOException or TimeoutException or InvalidOperationException)
        {
            Cut();
        }
    }

    private async Task SendAsidesAsync()
    {
        List<DirectLineActivity>? asides;
        lock (_bell)
        {
            (asides, _asides) = (_asides, null);
        }

        if (asides is not null)
        {
            await SendAsync(new DirectLineActivitySet(asides, Watermark: null));
        }
    }

    private async Task SendNewsAsync()
    {
        if (!Interlocked.Exchange(ref _news, false) && !_behind)
        {
            return;
        }

        // Without a place to go on from, the log is run through to its end and nothing of it is shown.
        var (at, isLast) = (_at ?? default, false);
        while (!isLast && await ReadAsync(at) is { } page)
        {
            (at, isLast) = (page.Next, page.IsLast);
            if (_at is not null)
            {
                await ShowAsync(page);
                _at = at;
            }
        }

        if (isLast)
        {
            _at ??= at;
        }
    }

    private async Task ShowAsync(DirectLinePage page)
    {
        if (page.Activities.Count > 0)
        {
            _typing?.Shown(page.Activities);
            await SendAsync(new DirectLineActivitySet(page.Activities, page.Next.ToString()));
        }
    }

    /// <summary>The border to the store: while it is down the client waits, and nothing is skipped.</summary>
    private async Task<DirectLinePage?> ReadAsync(DirectLineWatermark after)
    {
        try
        {
            var page = await _transcript.ReadAsync(_view, after, _end.Token);
            Volatile.Write(ref _behind, false);
            return page;
        }
        catch (Exception exception) when (!_end.IsCancellationRequested)
        {
            Volatile.Write(ref _behind, true);
            _logger.NotRead(exception);
            return null;
        }
    }

    private Task SendAsync(DirectLineActivitySet set) =>
        SendAsync(JsonSerializer.SerializeToUtf8Bytes(set, DirectLineJson.Wire.DirectLineActivitySet));

    private async Task SendAsync(ReadOnlyMemory<byte> frame)
    {
        Volatile.Write(ref _sentAt, _time.GetTimestamp());
        var sending = _socket.SendAsync(frame, WebSocketMessageType.Text, endOfMessage: true, _end.Token);
        if (!sending.IsCompletedSuccessfully)
        {
            await sending.AsTask().WaitAsync(SendWithin, _time);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        if (_closeWith != 0)
        {
            _goodbye = _time.CreateTimer(_ => Cut(), null, CloseWithin, Timeout.InfiniteTimeSpan);
            await _socket.CloseOutputAsync((WebSocketCloseStatus)_closeWith, null, _end.Token).WaitAsync(SendWithin, _time);
        }
    }

    private void Cut()
    {
        Volatile.Write(ref _over, true);
        _socket.Abort();
        _logger.Cut();
    }
}
