using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Commands;

/// <summary>Asks one message at a time and waits for its answer as a provider's open request would.</summary>
internal sealed class AskSession(IInbox inbox, AskListener listener, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private int _asked;

    /// <summary>Sends the words and returns what came back.</summary>
    /// <param name="key">Who asks, and where.</param>
    /// <param name="text">The words.</param>
    /// <param name="phone">The sender's phone where the channel knows it (<see cref="Inbound.Phone"/>), else null.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="TimeoutException">There was no answer within half a minute.</exception>
    public async Task<AskAnswer> AskAsync(
        ConversationKey key, string text, string? phone, CancellationToken cancellationToken)
    {
        var started = time.GetTimestamp();
        var accepted = await inbox.AcceptAsync(
            new Inbound.Text(text)
            {
                Conversation = key,
                MessageId = $"{key.Sender}-{++_asked}",
                SentAt = time.GetUtcNow(),
                PassiveFor = Patience * 2,
                Phone = phone,
            },
            cancellationToken);
        var reply = await accepted.WaitForReplyAsync(Patience, cancellationToken) switch
        {
            PassiveReply.Ready ready => await ConfirmAsync(ready),
            PassiveReply.Silence => null,
            _ => throw new TimeoutException("There was no answer within 30 seconds."),
        };
        return Answer(text, reply, time.GetElapsedTime(started));
    }

    private static async Task<Reply> ConfirmAsync(PassiveReply.Ready ready)
    {
        await ready.Confirm(1, true);
        return ready.Reply;
    }

    private AskAnswer Answer(string text, Reply? reply, TimeSpan took)
    {
        var (turn, decision) = listener.Last ?? throw new InvalidOperationException("An answer without a turn.");
        var understood = turn.Understood;
        return new AskAnswer(
            text,
            (decision.Intent ?? understood?.Intent ?? Intent.OutOfScope).ToLabel(),
            understood?.Confidence ?? 0,
            [.. (understood?.Entities ?? []).Select(entity => new AskEntity(entity.Type, entity.Value, entity.Text))],
            reply?.ToPlainText() ?? "",
            [.. (reply?.Parts ?? []).OfType<ReplyPart.Choices>().SelectMany(part => part.Items).Select(item => item.Label)],
            decision.Handoff,
            Math.Round(took.TotalMilliseconds, 1));
    }
}

/// <summary>Keeps the last turn, for what the retailer is not shown: intent, confidence, entities.</summary>
internal sealed class AskListener : ITurnListener
{
    /// <summary>The last committed turn.</summary>
    public (Turn Turn, Decision Decision)? Last { get; private set; }

    /// <inheritdoc/>
    public void TurnCommitted(Turn turn, Decision decision, Reply? reply) => Last = (turn, decision);
}
