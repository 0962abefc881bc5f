using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Outbox;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Inbox;

/// <summary>Takes messages in: stored first, then answered.</summary>
internal sealed class Inbox(
    InboxStore store, OutboxStore outbox, ReplyBoard board, ConversationDispatcher dispatcher, TimeProvider time) : IInbox
{
    /// <inheritdoc/>
    public async Task<IAcceptedInbound> AcceptAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var (seq, repeated) = await store.AcceptAsync(inbound, cancellationToken);
        BotMetrics.Accepted(inbound.Conversation.Channel, repeated);
        var entry = board.Arrived(seq, runsHere: !repeated);

        // Repeats wake too: whoever stored the message may have died, and a turn that is done costs one look.
        dispatcher.Wake(inbound.Conversation);

        return new AcceptedInbound(seq, entry, outbox, time);
    }
}
