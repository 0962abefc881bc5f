using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tickets;

/// <summary>Writes a ticket within the commit of what opens it.</summary>
internal static class TicketWriter
{
    private const string Add = """
        INSERT INTO tickets (number, kind, conversation, license, holder, staff_number, text, attachments, status, created_at, due_at)
        VALUES (@number, @kind, @key, @license, @holder, @staff, @text, @attachments, @status, @now, @dueAt)
        """;

    /// <summary>Adds an open ticket.</summary>
    /// <param name="sql">The commit's session.</param>
    /// <param name="ticket">The ticket.</param>
    /// <param name="conversation">Where it was opened.</param>
    /// <param name="holder">The mark of who holds the licence now; null for a stranger.</param>
    /// <param name="cancellationToken">Stops.</param>
    public static Task AddAsync(
        SqlSession sql, Ticket ticket, ConversationKey conversation, string? holder, CancellationToken cancellationToken) =>
        sql.ExecuteAsync(
            Add, cancellationToken,
            ("number", ticket.Number), ("kind", ticket.Kind.ToString()), ("key", conversation.ToString()),
            ("license", ticket.License?.Value), ("holder", holder), ("staff", ticket.StaffNumber), ("text", ticket.Text),
            ("attachments", ticket.Attachments.Count == 0 ? null : string.Join(',', ticket.Attachments)),
            ("status", nameof(TicketStatus.Open)), ("now", ticket.CreatedAt.ToUnixTimeMilliseconds()),
            ("dueAt", ticket.DueAt.ToUnixTimeMilliseconds()));
}
