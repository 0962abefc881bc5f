using System.Data.Common;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Outbox;

/// <summary>A reply that this process has claimed to send.</summary>
/// <param name="Item">What to send.</param>
/// <param name="Attempts">Tries so far, this one included.</param>
/// <param name="Uncertain">
/// An earlier way out was not confirmed (a process died while sending, the provider did not answer, or it never took its
/// response), so the retailer may get this twice.
/// </param>
internal sealed record ClaimedReply(OutboundReply Item, int Attempts, bool Uncertain);

/// <summary>The durable outbox.</summary>
internal sealed class OutboxStore(GroupCommit writer, ReadSessions readers, BotDatabase database, TimeProvider time)
{
    private static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(1);

    // Longer than a provider waits for one response.
    private static readonly TimeSpan LateOfferLasts = TimeSpan.FromSeconds(6);

    private const string FindAnswer = """
        SELECT i.done, o.id, o.body, o.state, o.due_at
        FROM inbox i LEFT JOIN outbox o ON o.inbox_seq = i.seq AND o.conversation = i.conversation
        WHERE i.seq = @seq ORDER BY o.id LIMIT 1
        """;

    private const string OfferLate =
        "UPDATE outbox SET state = @offered, due_at = @dueAt WHERE id = @id AND state = @pending";

    private const string Confirm =
        "UPDATE outbox SET state = @state, messages_sent = @sent, due_at = CASE WHEN @complete THEN due_at ELSE @now END WHERE id = @id AND state = @offered";

    private const string Finish = """
        UPDATE outbox SET state = @state, messages_sent = messages_sent + @sent, due_at = @dueAt, last_code = @code,
        provider_message_id = COALESCE(@providerId, provider_message_id), body = CASE WHEN @keepBody THEN body ELSE '' END
        WHERE id = @id AND state = 1 AND attempts = @attempts
        """;

    private const string GiveUpUnreadable = "UPDATE outbox SET state = @givenUp, last_code = 'unreadable' WHERE id = @id";

    private const string GiveUpExpired =
        "UPDATE outbox SET state = @givenUp, last_code = 'expired', body = '' WHERE id = @id";

    private const string CountPushed =
        "UPDATE conversations SET pushed_since = pushed_since + @sent WHERE key = @key";

    private const string ContactOf = "SELECT contact_kind, contact_at, pushed_since FROM conversations WHERE key = @key";

    private readonly string _claim = $"""
        UPDATE outbox SET attempts = attempts + 1, due_at = @lease, state = 1,
        last_code = CASE state WHEN 1 THEN 'lapsed' WHEN 2 THEN 'unconfirmed' ELSE last_code END
        WHERE id IN (
            SELECT o.id FROM outbox o WHERE o.state IN (0, 1, 2) AND o.due_at <= @now
            AND NOT EXISTS (
                SELECT 1 FROM outbox earlier
                WHERE earlier.conversation = o.conversation AND earlier.id < o.id AND earlier.state IN (0, 1, 2))
            ORDER BY o.id LIMIT @most {(database.IsPostgres ? "FOR UPDATE OF o SKIP LOCKED" : "")})
        RETURNING id, conversation, body, messages_sent, attempts, last_code, created_at,
            (SELECT i.message_id FROM inbox i WHERE i.seq = outbox.inbox_seq)
        """;

    /// <summary>The answer to a message for the provider's open request; null while the turn is not done.</summary>
    public async Task<TurnOutcome?> TakePassiveAsync(long seq, CancellationToken cancellationToken)
    {
        var rows = await readers.ReadAsync(
            sql => sql.QueryAsync(FindAnswer, AnswerRow.Read, cancellationToken, ("seq", seq)), cancellationToken);
        var answer = rows.Count > 0 ? rows[0] : null;
        if (answer is not { Done: true })
        {
            return null;
        }

        return await IsOpenToResponseAsync(answer, cancellationToken)
            ? new TurnOutcome(answer.Id, BotJson.ReadReply(answer.Body!))
            : new TurnOutcome(null, null);
    }

    /// <summary>Records that a response carried an answer, or the first messages of it.</summary>
    public Task ConfirmPassiveAsync(long id, int messagesSent, bool complete, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync(
                Confirm, token,
                ("state", (short)(complete ? OutboxState.SentPassively : OutboxState.Pending)), ("sent", messagesSent),
                ("complete", complete), ("now", Now()), ("id", id), ("offered", (short)OutboxState.OfferedPassively)),
            cancellationToken);

    /// <summary>Claims replies that are due, oldest first and one per conversation.</summary>
    public async Task<IReadOnlyList<ClaimedReply>> ClaimDueAsync(int most, CancellationToken cancellationToken)
    {
        var claimed = await writer.WriteAsync(
            async (sql, token) =>
            {
                var rows = await sql.QueryAsync(
                    _claim, ClaimedRow.Read, token, ("lease", Now() + (long)ClaimLasts.TotalMilliseconds), ("now", Now()), ("most", most));
                var replies = new List<ClaimedReply>(rows.Count);
                foreach (var row in rows)
                {
                    if (IsSpentCode(row))
                    {
                        await sql.ExecuteAsync(GiveUpExpired, token, ("givenUp", (short)OutboxState.GivenUp), ("id", row.Id));
                    }
                    else if (row.TryRead() is { } reply)
                    {
                        replies.Add(row.ToClaimed(reply, await ContactAsync(sql, row.Conversation, token)));
                    }
                    else
                    {
                        await sql.ExecuteAsync(GiveUpUnreadable, token, ("givenUp", (short)OutboxState.GivenUp), ("id", row.Id));
                    }
                }

                return replies;
            },
            cancellationToken);
        return claimed;
    }

    /// <summary>
    /// Records how a try ended. Nothing is written when the claim has lapsed meanwhile: the reply is then another worker's.
    /// </summary>
    public Task FinishAsync(
        ClaimedReply claimed, OutboxState state, DateTimeOffset dueAt, DeliveryResult result, string? code, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            async (sql, token) =>
            {
                var touched = await sql.ExecuteAsync(
                    Finish, token,
                    ("state", (short)state), ("sent", result.MessagesSent), ("dueAt", dueAt.ToUnixTimeMilliseconds()),
                    ("code", code), ("providerId", (result as DeliveryResult.Delivered)?.ProviderMessageId),
                    ("keepBody", state is OutboxState.Pending or OutboxState.WaitingForContact), ("id", claimed.Item.Id),
                    ("attempts", claimed.Attempts));
                return touched == 1 && result.MessagesSent > 0
                    ? await sql.ExecuteAsync(
                        CountPushed, token, ("sent", result.MessagesSent), ("key", claimed.Item.Conversation.ToString()))
                    : 0;
            },
            cancellationToken);

    private async Task<bool> IsOpenToResponseAsync(AnswerRow answer, CancellationToken cancellationToken) => answer.State switch
    {
        OutboxState.OfferedPassively or OutboxState.SentPassively => answer.DueAt > Now(),
        OutboxState.Pending => await writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync(
                OfferLate, token,
                ("offered", (short)OutboxState.OfferedPassively), ("dueAt", Now() + (long)LateOfferLasts.TotalMilliseconds),
                ("id", answer.Id), ("pending", (short)OutboxState.Pending)),
            cancellationToken) == 1,
        _ => false,
    };

    /// <summary>A code that can no longer be used would only puzzle whoever gets it.</summary>
    private bool IsSpentCode(ClaimedRow row) =>
        BindingCodes.IsAddress(row.Key) && row.CreatedAt + (long)BindingCodes.Lifetime.TotalMilliseconds <= Now();

    private static async Task<Contact> ContactAsync(SqlSession sql, string conversation, CancellationToken cancellationToken)
    {
        var contacts = await sql.QueryAsync(
            ContactOf,
            row => new Contact(
                (ContactKind)row.GetInt16(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)), row.GetInt32(2)),
            cancellationToken,
            ("key", conversation));
        return contacts.Count > 0 ? contacts[0] : new Contact(ContactKind.None, DateTimeOffset.UnixEpoch, 0);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private sealed record AnswerRow(bool Done, long? Id, string? Body, OutboxState? State, long DueAt)
    {
        public static AnswerRow Read(DbDataReader row) => row.IsDBNull(1)
            ? new AnswerRow(row.GetBoolean(0), null, null, null, 0)
            : new AnswerRow(row.GetBoolean(0), row.GetInt64(1), row.GetString(2), (OutboxState)row.GetInt16(3), row.GetInt64(4));
    }

    private sealed record ClaimedRow(
        long Id, string Conversation, string Body, int MessagesSent, int Attempts, string? LastCode, long CreatedAt, string? InReplyTo)
    {
        public ConversationKey Key => ConversationKey.Parse(Conversation);

        public static ClaimedRow Read(DbDataReader row) => new(
            row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetInt32(3), row.GetInt32(4),
            row.IsDBNull(5) ? null : row.GetString(5), row.GetInt64(6), row.IsDBNull(7) ? null : row.GetString(7));

        /// <summary>The reply; null when it cannot be read, so that one bad row does not hold up all others.</summary>
        public Reply? TryRead()
        {
            try
            {
                return BotJson.ReadReply(Body);
            }
            catch (System.Text.Json.JsonException)
            {
                return null;
            }
        }

        public ClaimedReply ToClaimed(Reply reply, Contact contact)
        {
            var uncertain = LastCode is "lapsed" or "unconfirmed" or OutboxWorker.SenderFailed or DeliveryCodes.Uncertain;
            return new ClaimedReply(
                new OutboundReply(
                    Id, Key, reply, MessagesSent, contact, FromPerson: false, InReplyTo,
                    MayHaveArrived: uncertain),
                Attempts,
                uncertain);
        }
    }
}
