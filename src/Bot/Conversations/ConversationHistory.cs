using System.Data.Common;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Conversations;

/// <summary>What was said in a conversation, read from its event log.</summary>
internal sealed class ConversationHistory(ReadSessions readers, ConversationBells bells) : IConversationHistory
{
    private const int MostEntries = 1000;

    private const string IsUnbound = """body LIKE '{"is":"unbound"%'""";

    private const string Newest =
        "SELECT number, thread FROM events WHERE conversation = @key ORDER BY number DESC LIMIT 1";

    // After an unbinding, or under another retailer, nothing that the bot told the one before is shown; the words that led
    // to it are. It looks at no more than is unread, however long the log is.
    internal const string Entries = $"""
        SELECT number, at, body FROM events
        WHERE conversation = @key AND {SpokenEvents.AreSpoken} AND number > COALESCE((
            SELECT MAX(number) FROM events
            WHERE conversation = @key AND number > @after AND {SpokenEvents.AreReplies} AND number < (
                SELECT MAX(number) FROM events
                WHERE conversation = @key AND number > @after AND ({IsUnbound} OR thread <> @thread))), @after)
        ORDER BY number LIMIT @most
        """;

    /// <inheritdoc/>
    public Task<HistoryPage> ReadAsync(
        ConversationKey conversation, long after, int most, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(after);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(most, MostEntries);
        return readers.ReadAsync(
            sql => ReadAsync(sql, conversation.ToString(), after, most, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public IDisposable Listen(ConversationKey conversation, Action ring) => bells.Listen(conversation, ring);

    private static async Task<HistoryPage> ReadAsync(
        SqlSession sql, string key, long after, int most, CancellationToken cancellationToken)
    {
        var newest = await sql.QueryAsync(
            Newest, row => (Number: row.GetInt64(0), Thread: row.IsDBNull(1) ? "" : row.GetString(1)), cancellationToken, ("key", key));
        if (newest is not [var (number, thread)])
        {
            return new HistoryPage([], 0);
        }

        if (number == after)
        {
            return new HistoryPage([], after);
        }

        // A conversation that is shorter than what is known of it was forgotten, and began anew.
        var start = number < after ? 0 : after;
        var entries = await sql.QueryAsync(
            Entries, ToEntry, cancellationToken, ("key", key), ("after", start), ("thread", thread), ("most", most));
        return new HistoryPage(entries, entries is [.., var last] ? last.Number : start);
    }

    private static HistoryEntry ToEntry(DbDataReader row)
    {
        var (message, reply) = SpokenEvents.Read(row.GetString(2));
        return new HistoryEntry(
            row.GetInt64(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), message, reply);
    }
}
