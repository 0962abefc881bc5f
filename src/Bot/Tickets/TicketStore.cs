using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tickets;

/// <summary>A ticket as it stands.</summary>
internal sealed record TicketState(Ticket Ticket, TicketStatus Status);

/// <summary>A ticket as its retailer sees it in a list.</summary>
/// <param name="Number">What the retailer was told.</param>
/// <param name="Kind">What for.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="DueAt">Promised by.</param>
/// <param name="Text">The words; null when another holder of the licence wrote them.</param>
/// <param name="Attachments">Ids of the files that came with it; empty when another holder sent them.</param>
internal sealed record OwnTicket(
    string Number,
    TicketKind Kind,
    TicketStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt,
    string? Text,
    IReadOnlyList<string> Attachments);

/// <summary>Reads tickets. They are written with the turn that opens them.</summary>
internal sealed class TicketStore(BotDatabase database)
{
    /// <summary>Most tickets that a list shows.</summary>
    internal const int MostListed = 50;

    /// <summary>
    /// The ticket of this number when it is the retailer's, or was opened by a stranger in this conversation; null
    /// otherwise, so that nobody reads another's: not even whoever holds a retailer's phone next.
    /// </summary>
    public async Task<TicketState?> FindOwnAsync(
        string number, LicenseNumber? license, ConversationKey conversation, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var key = conversation.ToString();
        var owner = license?.Value;
        var row = await context.Tickets.AsNoTracking()
            .Where(ticket => ticket.Number == number)
            .Where(ticket => owner != null && ticket.License == owner || ticket.License == null && ticket.Conversation == key)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : ToState(row);
    }

    /// <summary>The newest complaint that may be told there, as in <see cref="FindOwnAsync"/>; null when there is none.</summary>
    public async Task<TicketState?> LatestComplaintAsync(
        LicenseNumber? license, ConversationKey conversation, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var key = conversation.ToString();
        var owner = license?.Value;
        var row = await context.Tickets.AsNoTracking()
            .Where(ticket => ticket.Kind == nameof(TicketKind.Complaint))
            .Where(ticket => owner != null && ticket.License == owner || ticket.License == null && ticket.Conversation == key)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? null : ToState(row);
    }

    /// <summary>
    /// The licence's tickets, newest first, at most <see cref="MostListed"/>. They stay with the licence when it changes
    /// hands, but words and photos are told only to the holder who sent them.
    /// </summary>
    public async Task<IReadOnlyList<OwnTicket>> OfRetailerAsync(
        LicenseNumber license, string holder, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var owner = license.Value;
        var rows = await context.Tickets.AsNoTracking()
            .Where(ticket => ticket.License == owner)
            .OrderByDescending(ticket => ticket.CreatedAt)
            .ThenByDescending(ticket => ticket.Number)
            .Take(MostListed)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => ToOwn(ToState(row), isOwn: row.Holder == holder))];
    }

    /// <summary>Open tickets, the soonest due first.</summary>
    public async Task<IReadOnlyList<TicketState>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var rows = await context.Tickets.AsNoTracking()
            .Where(ticket => ticket.Status == nameof(TicketStatus.Open))
            .OrderBy(ticket => ticket.DueAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(ToState)];
    }

    /// <summary>Closes an open ticket; false when there is none of this number.</summary>
    public async Task<bool> CloseAsync(string number, CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        return await context.Tickets
            .Where(ticket => ticket.Number == number && ticket.Status == nameof(TicketStatus.Open))
            .ExecuteUpdateAsync(row => row.SetProperty(ticket => ticket.Status, nameof(TicketStatus.Closed)), cancellationToken) == 1;
    }

    private static OwnTicket ToOwn(TicketState state, bool isOwn) => new(
        state.Ticket.Number,
        state.Ticket.Kind,
        state.Status,
        state.Ticket.CreatedAt,
        state.Ticket.DueAt,
        isOwn ? state.Ticket.Text : null,
        isOwn ? state.Ticket.Attachments : []);

    private static TicketState ToState(TicketRow row) => new(
        new Ticket(
            row.Number,
            Enum.Parse<TicketKind>(row.Kind),
            row.License is null ? null : LicenseNumber.Parse(row.License),
            row.StaffNumber,
            row.Text,
            DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
            DateTimeOffset.FromUnixTimeMilliseconds(row.DueAt))
        {
            Attachments = row.Attachments?.Split(',') ?? [],
        },
        Enum.Parse<TicketStatus>(row.Status));
}
