using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tickets;

/// <summary>What a ticket is for.</summary>
internal enum TicketKind
{
    /// <summary>A complaint (投诉).</summary>
    Complaint,

    /// <summary>A person is to call or write back (回电).</summary>
    CallBack,
}

/// <summary>Where a ticket stands.</summary>
internal enum TicketStatus
{
    /// <summary>Nobody has dealt with it yet.</summary>
    Open,

    /// <summary>Dealt with.</summary>
    Closed,
}

/// <summary>Something recorded for a person to do.</summary>
/// <param name="Number">What the retailer is told, such as 1124-0057; unique.</param>
/// <param name="Kind">What for.</param>
/// <param name="License">The retailer, when known.</param>
/// <param name="StaffNumber">Who is to deal with it; null when the tables name nobody.</param>
/// <param name="Text">The retailer's own words.</param>
/// <param name="CreatedAt">When.</param>
/// <param name="DueAt">Promised by.</param>
internal sealed record Ticket(
    string Number,
    TicketKind Kind,
    LicenseNumber? License,
    string? StaffNumber,
    string Text,
    DateTimeOffset CreatedAt,
    DateTimeOffset DueAt)
{
    /// <summary>Ids in <see cref="Channels.Contracts.IAttachments"/> of what the retailer added: photos, a recording.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>
    /// The number of a ticket opened by a message: month and day for people, the message's own number for uniqueness.
    /// </summary>
    public static string NumberFor(long seq, DateOnly date) => $"{date:MMdd}-{seq:0000}";
}
