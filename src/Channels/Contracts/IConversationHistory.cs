namespace ServiceBot.Channels.Contracts;

/// <summary>
/// What was said in a conversation, from the durable log. Channels that the other side reads by itself (Direct Line) show
/// this; nothing is kept twice.
/// </summary>
public interface IConversationHistory
{
    /// <summary>What was said after an entry, oldest first.</summary>
    /// <param name="conversation">Which.</param>
    /// <param name="after">The last number that is known; 0 for all.</param>
    /// <param name="most">Most entries, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task<HistoryPage> ReadAsync(
        ConversationKey conversation, long after, int most, CancellationToken cancellationToken);

    /// <summary>
    /// Calls <paramref name="ring"/> soon after something was said in the conversation, by whatever process; it may ring
    /// for nothing, and twice, but never misses by more than two seconds. Must not block. Dispose to stop.
    /// </summary>
    IDisposable Listen(ConversationKey conversation, Action ring);
}

/// <summary>Entries of a conversation.</summary>
/// <param name="Entries">Oldest first.</param>
/// <param name="Last">The number to go on from: no entry up to it is missing from what was read.</param>
public sealed record HistoryPage(IReadOnlyList<HistoryEntry> Entries, long Last);

/// <summary>One thing that was said: either a message came in or a reply went out.</summary>
/// <param name="Number">Rises within the conversation; not every number is an entry.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Message">What the retailer sent; null for a reply.</param>
/// <param name="Reply">What was answered; null for a message.</param>
/// <param name="Person">The name of the person who wrote the reply; null for the bot.</param>
public sealed record HistoryEntry(long Number, DateTimeOffset At, Inbound? Message, Reply? Reply, string? Person = null);
