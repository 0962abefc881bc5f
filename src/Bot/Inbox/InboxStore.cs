using System.Data.Common;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Inbox;

/// <summary>A stored message that waits for its turn, with the conversation it belongs to.</summary>
/// <param name="Seq">Its number.</param>
/// <param name="Message">The message.</param>
/// <param name="ReceivedAt">When it was stored.</param>
/// <param name="Conversation">The conversation as it stands.</param>
/// <param name="MoreWait">True when another message of the conversation waited at the same time.</param>
internal sealed record WaitingTurn(
    long Seq, Inbound Message, DateTimeOffset ReceivedAt, Conversation Conversation, bool MoreWait = false);

/// <summary>The durable inbox.</summary>
internal sealed class InboxStore(GroupCommit writer, ReadSessions readers, BotDatabase database, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO inbox (conversation, line, message_id, body, sent_at, received_at, done)
        VALUES (@conversation, @line, @messageId, @body, @sentAt, @receivedAt, @done)
        ON CONFLICT (line, message_id) DO NOTHING RETURNING seq
        """;

    private const string Find = "SELECT seq FROM inbox WHERE line = @line AND message_id = @messageId";

    // The provider's time first: two quick messages may arrive in the wrong order. The second row says that more wait.
    internal string Next { get; } = $"""
        SELECT i.seq, i.body, i.received_at, c.state FROM inbox i LEFT JOIN conversations c ON c.key = i.conversation
        WHERE i.conversation = @conversation AND {StillWaits(database, "i.")} ORDER BY i.sent_at, i.seq LIMIT 2
        """;

    private readonly string _waiting =
        $"SELECT DISTINCT conversation FROM inbox WHERE {StillWaits(database)} AND received_at <= @receivedAt";

    /// <summary>
    /// The condition of the index of waiting messages, word for word: with a parameter in its place SQLite would have to
    /// plan the statement anew at each run, to see whether the index may serve.
    /// </summary>
    public static string StillWaits(BotDatabase database, string table = "") =>
        database.IsPostgres ? $"NOT {table}done" : $"{table}done = 0";

    /// <summary>Stores the message; returns its number and whether it was there before.</summary>
    public Task<(long Seq, bool Repeated)> AcceptAsync(Inbound inbound, CancellationToken cancellationToken)
    {
        var key = inbound.Conversation;
        var line = $"{key.Channel}/{key.Account}";
        var body = BotJson.Write(inbound);
        var receivedAt = time.GetUtcNow().ToUnixTimeMilliseconds();
        return writer.WriteAsync(InsertOrFindAsync, cancellationToken);

        async Task<(long, bool)> InsertOrFindAsync(SqlSession sql, CancellationToken token)
        {
            var inserted = await sql.ScalarAsync(
                Insert, token,
                ("conversation", key.ToString()), ("line", line), ("messageId", inbound.MessageId), ("body", body),
                ("sentAt", inbound.SentAt.ToUnixTimeMilliseconds()), ("receivedAt", receivedAt), ("done", false));
            return inserted is long seq
                ? (seq, false)
                : ((long)(await sql.ScalarAsync(Find, token, ("line", line), ("messageId", inbound.MessageId)))!, true);
        }
    }

    /// <summary>The oldest message of the conversation that still waits, or null.</summary>
    public Task<WaitingTurn?> NextAsync(ConversationKey key, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            async sql =>
            {
                var rows = await sql.QueryAsync(
                    Next, row => Read(row, key), cancellationToken, ("conversation", key.ToString()));
                return rows.Count > 0 ? rows[0] with { MoreWait = rows.Count > 1 } : null;
            },
            cancellationToken);

    /// <summary>Conversations with a message that came in by then and still waits.</summary>
    public Task<List<ConversationKey>> WaitingAsync(DateTimeOffset receivedBy, CancellationToken cancellationToken) =>
        readers.ReadAsync(
            sql => sql.QueryAsync(
                _waiting, row => ConversationKey.Parse(row.GetString(0)), cancellationToken,
                ("receivedAt", receivedBy.ToUnixTimeMilliseconds())),
            cancellationToken);

    private static WaitingTurn Read(DbDataReader row, ConversationKey key) => new(
        row.GetInt64(0),
        BotJson.ReadInbound(row.GetString(1)),
        DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)),
        row.IsDBNull(3) ? Conversation.Start(key) : BotJson.ReadConversation(row.GetString(3)));
}
