using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tickets;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Complaints;

/// <summary>
/// Opens the tickets of complaint forms. A form is a conversation of its own, so that it stands in the retailer's thread
/// beside what was said on other channels, and its message has the form's id, so that a form sent twice is stored once.
/// </summary>
internal sealed class WebComplaints(GroupCommit writer, ReadSessions readers)
{
    private const string Account = "complaints";

    private const string AddMessage = """
        INSERT INTO inbox (conversation, line, message_id, body, sent_at, received_at, done)
        VALUES (@key, @line, @messageId, '', @now, @now, @done)
        ON CONFLICT (line, message_id) DO NOTHING RETURNING seq
        """;

    private const string FindTicket = "SELECT number FROM tickets WHERE license = @license AND conversation = @key";

    private const string AddConversation = """
        INSERT INTO conversations (key, version, state, license, contact_kind, contact_at, pushed_since, updated_at)
        VALUES (@key, @version, @state, @license, 0, 0, 0, @now)
        """;

    private const string AddEvent =
        "INSERT INTO events (conversation, number, at, body, thread) VALUES (@key, @number, @now, @body, @thread)";

    /// <summary>The conversation of a visitor's form; another visitor's form of the same id is another.</summary>
    public static ConversationKey KeyOf(Visitor visitor, Guid form) =>
        ConversationKey.Create(ChannelNames.Web, Account, $"{visitor.License}.{form:N}");

    /// <summary>True for the conversation of a form, which is answered by its page and not in the chat.</summary>
    public static bool IsForm(ConversationKey key) => key is { Channel: ChannelNames.Web, Account: Account };

    /// <summary>The number of the ticket that the form opened; null when it has not.</summary>
    public Task<string?> FindAsync(ConversationKey key, Visitor visitor, CancellationToken cancellationToken) =>
        readers.ReadAsync(sql => FindAsync(sql, key, visitor, cancellationToken), cancellationToken);

    /// <summary>Opens the ticket in one commit with its message and events; returns its number, the first one's on a repeat.</summary>
    /// <param name="key">From <see cref="KeyOf"/>.</param>
    /// <param name="visitor">Who complains.</param>
    /// <param name="draft">The ticket without its number.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<string> OpenAsync(
        ConversationKey key, Visitor visitor, Ticket draft, CancellationToken cancellationToken) => writer.WriteAsync(
        async (sql, token) =>
        {
            var now = draft.CreatedAt.ToUnixTimeMilliseconds();
            var stored = await sql.ScalarAsync(
                AddMessage, token,
                ("key", key.ToString()), ("line", $"{key.Channel}/{key.Account}"), ("messageId", key.Sender), ("now", now), ("done", true));
            if (stored is not long seq)
            {
                return (await FindAsync(sql, key, visitor, token))!;
            }

            var ticket = draft with { Number = Ticket.NumberFor(seq, draft.CreatedAt.DateInChina()) };
            await AddEventsAsync(sql, key, visitor, ticket, now, token);
            await TicketWriter.AddAsync(sql, ticket, key, visitor.Holder, token);
            return ticket.Number;
        },
        cancellationToken);

    private static async Task<string?> FindAsync(
        SqlSession sql, ConversationKey key, Visitor visitor, CancellationToken cancellationToken) =>
        (string?)await sql.ScalarAsync(
            FindTicket, cancellationToken, ("license", visitor.License.Value), ("key", key.ToString()));

    private static async Task AddEventsAsync(
        SqlSession sql, ConversationKey key, Visitor visitor, Ticket ticket, long now, CancellationToken cancellationToken)
    {
        var conversation = Conversation.Start(key);
        foreach (var next in EventsOf(key, visitor, ticket))
        {
            conversation = conversation.Apply(next);
            await sql.ExecuteAsync(
                AddEvent, cancellationToken,
                ("key", key.ToString()), ("number", conversation.Version), ("now", now), ("body", BotJson.Write(next)),
                ("thread", conversation.Thread));
        }

        await sql.ExecuteAsync(
            AddConversation, cancellationToken,
            ("key", key.ToString()), ("version", conversation.Version), ("state", BotJson.Write(conversation)),
            ("license", visitor.License.Value), ("now", now));
    }

    private static ConversationEvent[] EventsOf(ConversationKey key, Visitor visitor, Ticket ticket) =>
    [
        new ConversationEvent.RetailerBound(visitor.License, visitor.Holder),
        new ConversationEvent.RetailerWrote(
            new Inbound.Text(ticket.Text)
            {
                Conversation = key,
                MessageId = key.Sender,
                SentAt = ticket.CreatedAt,
                Attachments = ticket.Attachments.Count > 0 ? ticket.Attachments : null,
            },
            Intent.Complaint,
            1),
        new ConversationEvent.TicketOpened(ticket.Number, ticket.Kind.ToString()),
    ];
}
