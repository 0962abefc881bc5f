using System.Collections.Concurrent;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>
/// Runs one turn: loads the conversation, decides, commits under the expected version. A lost race runs the turn again
/// on the newer conversation.
/// </summary>
internal sealed partial class TurnRunner(
    InboxStore inbox,
    TurnStore turns,
    TurnDecider decider,
    ReplyFitter fitter,
    ReplyBoard board,
    OutboxSignal outboxSignal,
    IEnumerable<ITurnListener> listeners,
    TimeProvider time,
    ILogger<TurnRunner> logger)
{
    private const int TriesBeforeApology = 3;

    // Its figures are of the time of the question.
    private static readonly TimeSpan MoreLasts = TimeSpan.FromMinutes(30);

    private readonly ConcurrentDictionary<long, int> _failures = new();
    private readonly ITurnListener[] _listeners = [.. listeners];

    /// <summary>
    /// Runs the conversation's next waiting turn. False when no other message waited as it was read: one that was stored
    /// since has a signal of its own, so the caller need not look again.
    /// </summary>
    public async Task<bool> RunNextAsync(ConversationKey key, CancellationToken cancellationToken)
    {
        if (await inbox.NextAsync(key, cancellationToken) is not { } waiting)
        {
            return false;
        }

        var (turn, decision) = await DecideAsync(waiting, cancellationToken);
        var finished = Finish(waiting, turn, decision);
        var committed = await CommitAsync(finished, cancellationToken);
        _failures.TryRemove(waiting.Seq, out _);
        if (committed is not { } outcome)
        {
            // Another process was faster with this message or another one: look again at what is left.
            return true;
        }

        Array.ForEach(_listeners, listener => Tell(listener, turn, decision, finished.Reply));
        board.TurnEnded(waiting.Seq, outcome);
        if (outcome.LeavesWork)
        {
            outboxSignal.Set();
        }

        BotMetrics.TurnDone(key.Channel, turn.Understood?.Intent, decision.Understood, time.GetUtcNow() - waiting.ReceivedAt);
        return waiting.MoreWait;
    }

    private async Task<(Turn Turn, Decision Decision)> DecideAsync(WaitingTurn waiting, CancellationToken cancellationToken)
    {
        if (_failures.GetValueOrDefault(waiting.Seq) >= TriesBeforeApology)
        {
            return decider.Apologise(waiting);
        }

        try
        {
            return await decider.DecideAsync(waiting, cancellationToken);
        }
#pragma warning disable CA1031 // The turn runner's border: a retailer gets an apology in plain words instead of silence.
        catch (Exception exception) when (CountFailure(waiting.Seq) >= TriesBeforeApology)
#pragma warning restore CA1031
        {
            LogApologised(exception, waiting.Seq);
            return decider.Apologise(waiting);
        }
    }

    /// <summary>An answer that the store will not take is counted too, so that it ends in an apology and not in silence.</summary>
    private async Task<TurnOutcome?> CommitAsync(FinishedTurn finished, CancellationToken cancellationToken)
    {
        try
        {
            return await turns.CommitAsync(finished, cancellationToken);
        }
        catch (Exception exception) when (!StoreFaults.MayPass(exception))
        {
            CountFailure(finished.Waiting.Seq);
            throw;
        }
    }

    private void Tell(ITurnListener listener, Turn turn, Decision decision, Reply? reply)
    {
        try
        {
            listener.TurnCommitted(turn, decision, reply);
        }
#pragma warning disable CA1031 // The turn is committed: whoever only listens must not keep the answer from going out.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogListenerFailed(exception, turn.Seq);
        }
    }

    private int CountFailure(long seq) => _failures.AddOrUpdate(seq, 1, (_, count) => count + 1);

    private FinishedTurn Finish(WaitingTurn waiting, Turn turn, Decision decision)
    {
        var (reply, more) = fitter.Fit(decision, waiting.Conversation);
        List<ConversationEvent> events =
        [
            new ConversationEvent.RetailerWrote(waiting.Message, decision.Intent ?? turn.Understood?.Intent, turn.Understood?.Confidence),
            .. decision.Events,
        ];
        if (!decision.Understood)
        {
            events.Add(new ConversationEvent.Misunderstood());
        }

        if (reply is not null)
        {
            events.Add(new ConversationEvent.BotReplied(
                reply, more, decision.Understood, more is null ? null : turn.At + MoreLasts));
        }

        var after = events.Aggregate(waiting.Conversation, (conversation, next) => conversation.Apply(next));
        return new FinishedTurn(waiting, after, events, decision, reply);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A listener failed on the committed turn of message {Seq}.")]
    private partial void LogListenerFailed(Exception exception, long seq);

    [LoggerMessage(Level = LogLevel.Error, Message = "Message {Seq} could not be answered; the retailer was told so.")]
    private partial void LogApologised(Exception exception, long seq);
}
