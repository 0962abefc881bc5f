using System.Collections.Concurrent;
using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Inbox;

/// <summary>
/// The inbox worker: runs waiting turns, in order within a conversation and in parallel across conversations. The
/// store has the last word, so two processes that wake for one conversation do no harm.
/// </summary>
internal sealed partial class ConversationDispatcher(
    TurnRunner runner, TimeProvider time, ILogger<ConversationDispatcher> logger) : IDisposable
{
    private const int MostAtOnce = 64;

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<ConversationKey, Lane> _lanes = new();
    private readonly SemaphoreSlim _places = new(MostAtOnce);
    private readonly CancellationTokenSource _stopping = new();

    /// <summary>A message waits in this conversation.</summary>
    public void Wake(ConversationKey key)
    {
        while (true)
        {
            var lane = _lanes.GetOrAdd(key, static _ => new Lane());
            switch (lane.Signal())
            {
                case LaneSignal.Start:
                    _ = Task.Run(() => RunAsync(key, lane));
                    return;
                case LaneSignal.Noted:
                    return;
                case LaneSignal.Closed:
                    continue;
            }
        }
    }

    /// <summary>Lets no further turn begin and waits for those under way.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        for (var place = 0; place < MostAtOnce; place++)
        {
            await _places.WaitAsync(cancellationToken);
        }
    }

    public void Dispose()
    {
        _places.Dispose();
        _stopping.Dispose();
    }

    private async Task RunAsync(ConversationKey key, Lane lane)
    {
        var failures = 0;
        while (lane.TakeSignalOrClose())
        {
            failures = await TryDrainAsync(key) ? 0 : failures + 1;
            if (failures > 0)
            {
                lane.Signal();
                await BackOffAsync(failures);
            }
        }

        _lanes.TryRemove(new KeyValuePair<ConversationKey, Lane>(key, lane));
    }

    /// <summary>Runs every waiting turn. False when something failed and must be tried again.</summary>
    private async Task<bool> TryDrainAsync(ConversationKey key)
    {
        try
        {
            await _places.WaitAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping: what waits is stored and runs after the next start.
            return true;
        }

        try
        {
            while (await runner.RunNextAsync(key, CancellationToken.None) && !_stopping.IsCancellationRequested)
            {
            }

            return true;
        }
#pragma warning disable CA1031 // The inbox worker's border: the message stays stored and is tried again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
            return false;
        }
        finally
        {
            _places.Release();
        }
    }

    private async Task BackOffAsync(int failures)
    {
        var wait = TimeSpan.FromSeconds(Math.Min(LongestBackOff.TotalSeconds, Math.Pow(2, failures - 1)));
        try
        {
            await Task.Delay(wait, time, _stopping.Token);
        }
        catch (OperationCanceledException)
        {
            // Stopping.
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed; its message stays in the inbox and is tried again.")]
    private partial void LogFailed(Exception exception);
}
