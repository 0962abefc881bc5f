using System.Collections.Concurrent;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>An inbox that stores in memory; the test gives the answers.</summary>
internal sealed class FakeInbox(TimeProvider time) : IInbox
{
    private readonly ConcurrentDictionary<string, Entry> _entries = new();

    public ConcurrentQueue<Inbound> Accepted { get; } = new();

    /// <summary>What was confirmed, in order.</summary>
    public ConcurrentQueue<(int Messages, bool Complete)> Confirmed { get; } = new();

    public Exception? Fault { get; set; }

    /// <summary>The answer to everything, when set.</summary>
    public PassiveReply? Always { get; set; }

    /// <summary>Called with each message that is stored for the first time.</summary>
    public Action<Inbound>? Arrived { get; set; }

    /// <summary>Called when a request begins to wait, with the longest wait.</summary>
    public Action<TimeSpan>? Waiting { get; set; }

    /// <summary>True: the wait goes on although WeChat hung up, as when the answer comes at that very moment.</summary>
    public bool IgnoreHangUp { get; set; }

    public Task<IAcceptedInbound> AcceptAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Accepted.Enqueue(inbound);
        var entry = _entries.GetOrAdd(inbound.MessageId, _ => new Entry());
        var attempt = Interlocked.Increment(ref entry.Attempts);
        if (attempt == 1)
        {
            Arrived?.Invoke(inbound);
        }

        return Task.FromResult<IAcceptedInbound>(new AcceptedInbound(this, entry, attempt));
    }

    public PassiveReply.Ready Ready(Reply reply) => new(reply, (messages, complete) =>
    {
        Confirmed.Enqueue((messages, complete));
        return Task.CompletedTask;
    });

    public void Answer(string messageId, PassiveReply reply) => _entries[messageId].Reply.SetResult(reply);

    private sealed class Entry
    {
        public int Attempts;

        public TaskCompletionSource<PassiveReply> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class AcceptedInbound(FakeInbox inbox, Entry entry, int attempt) : IAcceptedInbound
    {
        public int Attempt => attempt;

        public async Task<PassiveReply> WaitForReplyAsync(TimeSpan within, CancellationToken cancellationToken)
        {
            inbox.Waiting?.Invoke(within);
            if (inbox.Always is { } always)
            {
                return always;
            }

            try
            {
                var token = inbox.IgnoreHangUp ? CancellationToken.None : cancellationToken;
                return await entry.Reply.Task.WaitAsync(within, inbox.TimeOf(), token);
            }
            catch (TimeoutException)
            {
                return new PassiveReply.NotYet();
            }
        }
    }

    private TimeProvider TimeOf() => time;
}

/// <summary>Remembers delivery reports.</summary>
internal sealed class FakeReports : IDeliveryReports
{
    public ConcurrentQueue<DeliveryReport> Reported { get; } = new();

    public Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        Reported.Enqueue(report);
        return Task.CompletedTask;
    }
}
