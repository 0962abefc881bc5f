using System.Data.Common;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Conversations;

/// <summary>One thing that was said in a retailer's thread: either a message came in or a reply went out.</summary>
/// <param name="Conversation">Where: its channel is <see cref="ConversationKey.Channel"/>.</param>
/// <param name="Number">The event's number in that conversation.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Message">What the retailer sent; null for a reply.</param>
/// <param name="Reply">What was answered; null for a message.</param>
internal sealed record ThreadEntry(
    ConversationKey Conversation, long Number, DateTimeOffset At, Inbound? Message, Reply? Reply);

/// <summary>
/// What was said with one retailer, whatever the channel, as one history. It is of one holder of the licence: with the
/// next holder's mark nothing of it can be read.
/// </summary>
internal sealed class RetailerThread(ReadSessions readers)
{
    // An event's body begins with its kind. The index by thread and time gives the newest first.
    internal const string Newest = """
        SELECT conversation, number, at, body FROM events
        WHERE thread = @thread AND at <= @at AND (at < @at OR (conversation, number) < (@conversation, @number))
        AND (body LIKE '{"is":"wrote"%' OR body LIKE '{"is":"replied"%')
        ORDER BY at DESC, conversation DESC, number DESC LIMIT @most
        """;

    /// <summary>The last entries before one that is known, oldest first; fewer than asked for when there are no more.</summary>
    /// <param name="license">Whose.</param>
    /// <param name="holder">The mark of who holds the licence (<see cref="Binding.Holder"/>).</param>
    /// <param name="before">The oldest entry that is known; null for the newest of all.</param>
    /// <param name="most">Most entries, 1 to 1000.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<IReadOnlyList<ThreadEntry>> ReadAsync(
        LicenseNumber license, string holder, ThreadEntry? before, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, 1000);
        return readers.ReadAsync<IReadOnlyList<ThreadEntry>>(
            async sql =>
            {
                var newestFirst = await sql.QueryAsync(
                    Newest, Read, cancellationToken,
                    ("thread", Conversation.ThreadOf(license, holder)),
                    ("at", before?.At.ToUnixTimeMilliseconds() ?? long.MaxValue),
                    ("conversation", before?.Conversation.ToString() ?? ""), ("number", before?.Number ?? 0), ("most", most));
                newestFirst.Reverse();
                return newestFirst;
            },
            cancellationToken);
    }

    private static ThreadEntry Read(DbDataReader row)
    {
        var said = BotJson.ReadEvent(row.GetString(3));
        return new ThreadEntry(
            ConversationKey.Parse(row.GetString(0)),
            row.GetInt64(1),
            DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
            (said as ConversationEvent.RetailerWrote)?.Message,
            (said as ConversationEvent.BotReplied)?.Reply);
    }
}
