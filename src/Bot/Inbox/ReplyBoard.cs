using System.Collections.Concurrent;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Inbox;

/// <summary>How a turn ended: the outbox id and reply, or neither when there is nothing to say in the response.</summary>
internal sealed record TurnOutcome(long? OutboxId, Reply? Reply)
{
    /// <summary>True when the turn left something in the outbox that may be sent by API at once.</summary>
    public bool LeavesWork { get; init; }
}

/// <summary>Where a provider's open requests wait, in memory, for the turns that this process runs.</summary>
internal sealed class ReplyBoard(TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<long, Entry> _entries = new();

    /// <summary>Counts one more delivery of the message.</summary>
    /// <param name="seq">The message's number.</param>
    /// <param name="runsHere">True when this process stored it and so will run its turn.</param>
    public Entry Arrived(long seq, bool runsHere)
    {
        var entry = _entries.GetOrAdd(seq, static (_, made) => new Entry(made.RunsHere, made.At), (RunsHere: runsHere, At: time.GetUtcNow()));
        entry.CountAttempt();
        return entry;
    }

    /// <summary>
    /// Tells those who wait how the turn ended, and those who have yet to come: in a burst a turn may run before the request
    /// that stored its message gets round to waiting.
    /// </summary>
    public void TurnEnded(long seq, TurnOutcome outcome) => _entries
        .GetOrAdd(seq, static (_, at) => new Entry(runsHere: true, at), time.GetUtcNow())
        .Outcome.TrySetResult(outcome);

    /// <summary>Forgets entries that no repeat can ask for any more.</summary>
    public void Sweep()
    {
        var oldest = time.GetUtcNow() - Kept;
        foreach (var (seq, entry) in _entries)
        {
            if (entry.ArrivedAt < oldest)
            {
                _entries.TryRemove(seq, out _);
            }
        }
    }

    /// <summary>One message's waiting place.</summary>
    internal sealed class Entry(bool runsHere, DateTimeOffset arrivedAt)
    {
        private int _attempts;

        public bool RunsHere { get; } = runsHere;

        public DateTimeOffset ArrivedAt { get; } = arrivedAt;

        public int Attempts => _attempts;

        public TaskCompletionSource<TurnOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public void CountAttempt() => Interlocked.Increment(ref _attempts);
    }
}
