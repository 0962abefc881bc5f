using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Dialog;

/// <summary>A turn's whole outcome.</summary>
/// <param name="Waiting">The message and the conversation it was decided on.</param>
/// <param name="After">The conversation after the events.</param>
/// <param name="Events">The events, in order.</param>
/// <param name="Decision">The decision.</param>
/// <param name="Reply">The reply as cut for the channel; null for silence.</param>
internal sealed record FinishedTurn(
    WaitingTurn Waiting, Conversation After, IReadOnlyList<ConversationEvent> Events, Decision Decision, Reply? Reply);

/// <summary>Commits a turn as one: events, snapshot, replies, tickets, and the message marked done.</summary>
internal sealed class TurnStore(GroupCommit writer, BotDatabase database, TimeProvider time)
{
    /// <summary>The longest reply window that a message opens on any channel: WeChat's.</summary>
    private static readonly TimeSpan MessageWindow = TimeSpan.FromHours(48);

    // The first statement decides: it goes through only for the expected version and a message still waiting, so a
    // turn that lost the race leaves no trace in the shared transaction.
    private readonly string _begin = $"""
        INSERT INTO conversations (key, version, state, license, contact_kind, contact_at, pushed_since, updated_at)
        SELECT @key, @version, @state, @license, @contactKind, @contactAt, 0, @now
        WHERE EXISTS (SELECT 1 FROM inbox WHERE seq = @seq AND {InboxStore.StillWaits(database)}) AND @expected = 0
        ON CONFLICT (key) DO NOTHING
        """;

    // A message earns a longer window than a tap, a scan or a follow: while it lasts, these do not shorten it. An opt-out
    // (5) closes what is open.
    private const string OpensWindow =
        "@contactKind IN (1, 5) OR (@contactKind > 1 AND (contact_kind <> 1 OR contact_at < @messageWindowBegan))";

    private readonly string _advance = $"""
        UPDATE conversations SET version = @version, state = @state, license = @license,
        contact_kind = CASE WHEN {OpensWindow} THEN @contactKind ELSE contact_kind END,
        contact_at = CASE WHEN {OpensWindow} THEN @contactAt ELSE contact_at END,
        pushed_since = CASE WHEN {OpensWindow} THEN 0 ELSE pushed_since END,
        updated_at = @now
        WHERE key = @key AND version = @expected AND EXISTS (SELECT 1 FROM inbox WHERE seq = @seq AND {InboxStore.StillWaits(database)})
        """;

    private const string MarkDone = "UPDATE inbox SET done = @done, body = '' WHERE seq = @seq";

    private const string AddEvent =
        "INSERT INTO events (conversation, number, at, body, thread) VALUES (@key, @number, @now, @body, @thread)";

    private const string AddReply = """
        INSERT INTO outbox (conversation, inbox_seq, body, state, messages_sent, attempts, due_at, created_at)
        VALUES (@key, @seq, @body, @state, 0, 0, @dueAt, @now) RETURNING id
        """;

    internal const string Unsent = $"""
        SELECT id, body FROM outbox
        WHERE conversation = @key AND {OutboxRow.Open} AND state IN (@pending, @waiting)
        AND messages_sent = 0 AND inbox_seq IS NOT NULL ORDER BY id
        """;

    private const string Merge =
        "UPDATE outbox SET state = @merged, body = '' WHERE id = @id AND state IN (@pending, @waiting)";

    // The plus keeps SQLite from the index by state, which holds what waits in every conversation.
    internal const string Release = $"""
        UPDATE outbox SET state = @pending, due_at = @now
        WHERE conversation = @key AND {OutboxRow.Open} AND +state = @waiting
        """;

    // What was asked is still answered, unless the provider itself sends nothing more.
    internal const string DropUnasked = $"""
        UPDATE outbox SET state = @givenUp, body = '', last_code = 'opted_out'
        WHERE conversation = @key AND {OutboxRow.Open} AND +state <> 1 AND (inbox_seq IS NULL OR @barred)
        """;

    private const string AddCodeRequest =
        "INSERT INTO code_requests (license, conversation, at) VALUES (@license, @key, @now)";

    private const string CountCodes = "SELECT COUNT(*) FROM code_requests WHERE license = @license AND at > @since";

    private static readonly string[] Forget =
    [
        Attachments.RemoveOfConversation,
        "DELETE FROM events WHERE conversation = @key",
        "DELETE FROM outbox WHERE conversation = @key",
        "DELETE FROM conversations WHERE key = @key",
        "UPDATE inbox SET body = '' WHERE conversation = @key AND done = @done",
    ];

    /// <summary>
    /// Commits the turn; null when another process was faster, and then nothing was written. The outcome names an outbox id
    /// only when the reply is kept for the provider's own response.
    /// </summary>
    public Task<TurnOutcome?> CommitAsync(FinishedTurn turn, CancellationToken cancellationToken) =>
        writer.WriteAsync<TurnOutcome?>((sql, token) => CommitAsync(sql, turn, token), cancellationToken);

    private async Task<TurnOutcome?> CommitAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        if (await AreCodesUsedUpAsync(sql, turn, cancellationToken)
            || await AreGuessesUsedUpAsync(sql, turn, cancellationToken)
            || !await BeginAsync(sql, turn, cancellationToken))
        {
            return null;
        }

        await sql.ExecuteAsync(MarkDone, cancellationToken, ("done", true), ("seq", turn.Waiting.Seq));
        if (turn.Decision.Forget)
        {
            await ForgetAsync(sql, turn, cancellationToken);
            return new TurnOutcome(null, null);
        }

        await AddEventsAsync(sql, turn, cancellationToken);
        await AddEffectsAsync(sql, turn, cancellationToken);
        var outcome = await AddReplyAsync(sql, turn, cancellationToken);
        return turn.Decision.Code is null ? outcome : outcome with { LeavesWork = true };
    }

    /// <summary>
    /// Many conversations may have asked for codes at once and each have seen few; here they come one by one. The turn is
    /// then lost, and runs again on what is known now.
    /// </summary>
    private async Task<bool> AreCodesUsedUpAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken) =>
        turn.Decision.Code is { } code
        && await sql.ScalarAsync(
            CountCodes, cancellationToken,
            ("license", code.License.Value), ("since", Now() - (long)BindingCodes.CountedOver.TotalMilliseconds))
            is >= (long)BindingCodes.MostPerDay;

    /// <summary>As with codes: many conversations may guess at one licence at once, and here they come one by one.</summary>
    private async Task<bool> AreGuessesUsedUpAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken) =>
        turn.Decision.Guess is { } guess
        && await Guesses.AreUsedUpAsync(sql, guess.Subject, time.GetUtcNow(), cancellationToken);

    private async Task<bool> BeginAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        var message = turn.Waiting.Message;
        var expected = turn.Waiting.Conversation.Version;
        var touched = await sql.ExecuteAsync(
            expected == 0 ? _begin : _advance,
            cancellationToken,
            ("key", Key(turn)), ("version", turn.After.Version), ("state", BotJson.Write(turn.After)),
            ("license", turn.After.Retailer?.Value), ("contactKind", (short)message.Contact),
            ("messageWindowBegan", Now() - (long)MessageWindow.TotalMilliseconds), ("contactAt", message.SentAt.ToUnixTimeMilliseconds()), ("now", Now()), ("seq", turn.Waiting.Seq),
            ("expected", expected));
        return touched == 1;
    }

    private async Task AddEventsAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        var conversation = turn.Waiting.Conversation;
        foreach (var next in turn.Events)
        {
            conversation = conversation.Apply(next);
            await sql.ExecuteAsync(
                AddEvent, cancellationToken,
                ("key", Key(turn)), ("number", conversation.Version), ("now", Now()), ("body", BotJson.Write(next)),
                ("thread", conversation.Thread));
        }
    }

    private async Task AddEffectsAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Decision.Ticket is { } ticket)
        {
            await TicketWriter.AddAsync(sql, ticket, turn.Waiting.Message.Conversation, turn.After.Holder, cancellationToken);
        }

        if (turn.After.OptedOut && turn.Waiting.Message is Inbound.OptedOut)
        {
            await sql.ExecuteAsync(
                DropUnasked, cancellationToken,
                ("givenUp", (short)OutboxState.GivenUp), ("key", Key(turn)), ("barred", turn.After.Consent == Consent.Barred));
        }

        if (turn.Decision.Guess is { IsWrong: true } guess)
        {
            await Guesses.AddAsync(sql, guess.Subject, time.GetUtcNow(), cancellationToken);
        }

        if (turn.Decision.Code is { } code)
        {
            await sql.ExecuteAsync(
                AddCodeRequest, cancellationToken, ("license", code.License.Value), ("key", Key(turn)), ("now", Now()));
            await InsertReplyAsync(sql, code.To.ToString(), null, code.Message, OutboxState.Pending, Now(), cancellationToken);
        }
    }

    private async Task<TurnOutcome> AddReplyAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        var passiveUntil = turn.Waiting.ReceivedAt + (turn.Waiting.Message.PassiveFor ?? TimeSpan.Zero);
        var passive = passiveUntil.ToUnixTimeMilliseconds() > Now();
        var reply = passive && turn.Reply is not null
            ? await MergeUnsentAsync(sql, Key(turn), turn.Reply, cancellationToken)
            : turn.Reply;
        var released = await ReleaseWaitingAsync(sql, turn, cancellationToken);
        if (reply is null)
        {
            return new TurnOutcome(null, null) { LeavesWork = released };
        }

        var id = await InsertReplyAsync(
            sql, Key(turn), turn.Waiting.Seq, reply,
            passive ? OutboxState.OfferedPassively : OutboxState.Pending,
            passive ? passiveUntil.ToUnixTimeMilliseconds() : Now(),
            cancellationToken);
        return passive
            ? new TurnOutcome(id, reply) { LeavesWork = released }
            : new TurnOutcome(null, null) { LeavesWork = true };
    }

    /// <summary>A retailer who writes opens the window for what waited for that; true when something did.</summary>
    private async Task<bool> ReleaseWaitingAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken) =>
        turn.Waiting.Message.Contact is not (ContactKind.None or ContactKind.OptOut)
        && await sql.ExecuteAsync(
            Release, cancellationToken,
            ("pending", (short)OutboxState.Pending), ("now", Now()), ("key", Key(turn)),
            ("waiting", (short)OutboxState.WaitingForContact)) > 0;

    /// <summary>
    /// Earlier answers that are still unsent go first in the response that is open now: in order, and without spending the
    /// ration that the provider gives for sending by API.
    /// </summary>
    private static async Task<Reply> MergeUnsentAsync(
        SqlSession sql, string key, Reply reply, CancellationToken cancellationToken)
    {
        var (pending, waiting) = ((short)OutboxState.Pending, (short)OutboxState.WaitingForContact);
        var unsent = await sql.QueryAsync(
            Unsent, row => (Id: row.GetInt64(0), Body: row.GetString(1)), cancellationToken,
            ("key", key), ("pending", pending), ("waiting", waiting));
        var parts = new List<ReplyPart>();
        foreach (var (id, body) in unsent)
        {
            // Another process may have claimed it since it was read; then it goes out that way.
            if (await sql.ExecuteAsync(
                Merge, cancellationToken,
                ("merged", (short)OutboxState.Merged), ("id", id), ("pending", pending), ("waiting", waiting)) == 1)
            {
                parts.AddRange(BotJson.ReadReply(body).Parts);
            }
        }

        return parts.Count == 0 ? reply : new Reply([.. parts, .. reply.Parts]);
    }

    private async Task<long> InsertReplyAsync(
        SqlSession sql, string key, long? seq, Reply reply, OutboxState state, long dueAt, CancellationToken cancellationToken) =>
        (long)(await sql.ScalarAsync(
            AddReply, cancellationToken,
            ("key", key), ("seq", seq), ("body", BotJson.Write(reply)), ("state", (short)state), ("dueAt", dueAt), ("now", Now())))!;

    private static async Task ForgetAsync(SqlSession sql, FinishedTurn turn, CancellationToken cancellationToken)
    {
        foreach (var statement in Forget)
        {
            await sql.ExecuteAsync(statement, cancellationToken, ("key", Key(turn)), ("done", true));
        }
    }

    private static string Key(FinishedTurn turn) => turn.Waiting.Message.Conversation.ToString();

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
