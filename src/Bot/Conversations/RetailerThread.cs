using System.Data.Common;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>One thing that was said to or by a retailer: a message or a reply.</summary>
/// <param name="Conversation">Where: its channel is the entry's.</param>
/// <param name="Number">The event's number in that conversation.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Message">What the retailer sent; null for a reply.</param>
/// <param name="Reply">What was answered; null for a message.</param>
internal sealed record ThreadEntry(
    ConversationKey Conversation, long Number, DateTimeOffset At, Inbound? Message, Reply? Reply);

/// <summary>What was said to and by one retailer under one holder, over all channels.</summary>
internal sealed class RetailerThread(ReadSessions readers)
{
    // A turn's message and reply have one instant: a page that begins in the middle of it takes the whole of it.
    internal const string Newest = $"""
        SELECT conversation, number, at, body FROM events
        WHERE thread = @thread AND at < @before AND {SpokenEvents.AreSpoken} AND at >= (
            SELECT MIN(at) FROM (
                SELECT at FROM events WHERE thread = @thread AND at < @before AND {SpokenEvents.AreSpoken}
                ORDER BY at DESC LIMIT @most) AS newest)
        ORDER BY at, conversation, number
        """;

    /// <summary>The newest entries, oldest first.</summary>
    /// <param name="license">The retailer.</param>
    /// <param name="holder">The mark of who holds the licence: nobody sees what was said to the holder before.</param>
    /// <param name="beforeAt">Only what was said before this instant (Unix milliseconds); null for the newest of all.</param>
    /// <param name="most">How many; a few more where several share the oldest instant.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<ThreadEntry>> ReadAsync(
        LicenseNumber license, string holder, long? beforeAt, int most, CancellationToken cancellationToken) =>
        await readers.ReadAsync(
            sql => sql.QueryAsync(
                Newest, ToEntry, cancellationToken,
                ("thread", $"{license.Value}/{holder}"), ("before", beforeAt ?? long.MaxValue), ("most", most)),
            cancellationToken);

    private static ThreadEntry ToEntry(DbDataReader row)
    {
        var (message, reply) = SpokenEvents.Read(row.GetString(3));
        return new ThreadEntry(
            ConversationKey.Parse(row.GetString(0)), row.GetInt64(1), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            message, reply);
    }
}
