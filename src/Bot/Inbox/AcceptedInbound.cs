using ServiceBot.Bot.Outbox;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Inbox;

/// <summary>A stored message whose answer a provider's open request waits for.</summary>
internal sealed class AcceptedInbound(long seq, ReplyBoard.Entry entry, OutboxStore outbox, TimeProvider time)
    : IAcceptedInbound
{
    private static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(150);

    /// <inheritdoc/>
    public int Attempt { get; } = entry.Attempts;

    /// <inheritdoc/>
    public async Task<PassiveReply> WaitForReplyAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        if (Attempt == 1 && entry.RunsHere)
        {
            // The usual case: the turn runs here and nobody else can have taken its answer.
            return await OutcomeAsync(within, cancellationToken) is { } outcome ? Offer(outcome) : new PassiveReply.NotYet();
        }

        return await LookInStoreAsync(within, cancellationToken);
    }

    private async Task<TurnOutcome?> OutcomeAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        try
        {
            return await entry.Outcome.Task.WaitAsync(within, time, cancellationToken);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>
    /// A repeat: the turn may have been run before a restart or by another machine, and its answer may be out already,
    /// so the store decides.
    /// </summary>
    private async Task<PassiveReply> LookInStoreAsync(TimeSpan within, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        while (true)
        {
            if (await outbox.TakePassiveAsync(seq, cancellationToken) is { } found)
            {
                return Offer(found);
            }

            var left = within - time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                return new PassiveReply.NotYet();
            }

            await Task.WhenAny(entry.Outcome.Task, Task.Delay(left < LookAgainAfter ? left : LookAgainAfter, time, cancellationToken));
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private PassiveReply Offer(TurnOutcome outcome) => outcome is { OutboxId: { } id, Reply: { } reply }
        ? new PassiveReply.Ready(reply, (sent, complete) => outbox.ConfirmPassiveAsync(id, sent, complete, CancellationToken.None))
        : new PassiveReply.Silence();
}
