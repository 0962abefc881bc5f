using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Store;

/// <summary>What the conversation store promises, the same on every database.</summary>
public abstract class StoreSuite
{
    private static readonly TimeSpan Passive = TimeSpan.FromSeconds(16);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<Engine> StartAsync();

    [Fact]
    public async Task Accept_same_message_twice_keeps_one()
    {
        await using var engine = await StartAsync();

        var first = await engine.Inbox.AcceptAsync(Messages.Text("你好"), Cancel);
        var second = await engine.Inbox.AcceptAsync(Messages.Text("你好"), Cancel);

        Assert.Equal((first.Seq, true), second);
        Assert.False(first.Repeated);
    }

    [Fact]
    public async Task Accept_same_id_on_another_account_is_another_message()
    {
        await using var engine = await StartAsync();
        var other = Messages.Text("你好") with { Conversation = ConversationKey.Create("wechat", "gh_other", "openid-1") };

        await engine.Inbox.AcceptAsync(Messages.Text("你好"), Cancel);

        Assert.False((await engine.Inbox.AcceptAsync(other, Cancel)).Repeated);
    }

    [Fact]
    public async Task Next_goes_by_the_senders_clock_then_by_arrival()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("二", "2", sentAt: Messages.At.AddSeconds(1)), Cancel);
        await engine.Inbox.AcceptAsync(Messages.Text("一", "1", sentAt: Messages.At), Cancel);
        await engine.Inbox.AcceptAsync(Messages.Text("三", "3", sentAt: Messages.At.AddSeconds(1)), Cancel);

        var order = new List<string>();
        while (await engine.Inbox.NextAsync(Messages.Key(), Cancel) is { } waiting)
        {
            order.Add(((Inbound.Text)waiting.Message).Content);
            await CommitAsync(engine, waiting, "好");
        }

        Assert.Equal(["一", "二", "三"], order);
    }

    [Fact]
    public async Task Next_tells_whether_more_wait_in_the_same_conversation()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("一", "1"), Cancel);
        await engine.Inbox.AcceptAsync(Messages.Text("二", "2"), Cancel);
        await engine.Inbox.AcceptAsync(Messages.Text("别人", "3", sender: "openid-2"), Cancel);

        var first = await engine.Inbox.NextAsync(Messages.Key(), Cancel);
        await CommitAsync(engine, first!, "好");
        var second = await engine.Inbox.NextAsync(Messages.Key(), Cancel);
        await CommitAsync(engine, second!, "好");

        Assert.True(first!.MoreWait);
        Assert.False(second!.MoreWait);
        Assert.Null(await engine.Inbox.NextAsync(Messages.Key(), Cancel));
    }

    [Fact]
    public async Task Commit_by_two_processes_goes_through_once()
    {
        await using var engine = await StartAsync();
        await using var beside = engine.Beside();
        await engine.Inbox.AcceptAsync(Messages.Text("你好"), Cancel);
        var mine = await engine.Inbox.NextAsync(Messages.Key(), Cancel);
        var theirs = await beside.Inbox.NextAsync(Messages.Key(), Cancel);

        var outcomes = await Task.WhenAll(CommitAsync(engine, mine!, "好"), CommitAsync(beside, theirs!, "好"));

        Assert.Single(outcomes, outcome => outcome is not null);
        Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
    }

    [Fact]
    public async Task Commit_keeps_the_conversation_and_its_log()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("你好"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "好");
        await engine.Inbox.AcceptAsync(Messages.Text("再问", "2"), Cancel);

        var next = await engine.Inbox.NextAsync(Messages.Key(), Cancel);

        Assert.Equal(2, next!.Conversation.Version);
        await using var context = engine.Database.CreateContext();
        Assert.Equal([1, 2], context.Events.OrderBy(row => row.Number).Select(row => row.Number).ToList());
        Assert.Equal("", context.Inbox.Single(row => row.MessageId == "1").Body);
    }

    [Fact]
    public async Task Passive_answer_is_kept_for_the_request_then_goes_by_api()
    {
        await using var engine = await StartAsync();
        var (seq, _) = await engine.Inbox.AcceptAsync(Messages.Text("你好", passiveFor: Passive), Cancel);
        var outcome = await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "好");

        Assert.False(outcome!.LeavesWork);
        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
        Assert.NotNull((await engine.Outbox.TakePassiveAsync(seq, Cancel))!.OutboxId);

        engine.Time.Advance(Passive);

        Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        Assert.Null((await engine.Outbox.TakePassiveAsync(seq, Cancel))!.OutboxId);
    }

    [Fact]
    public async Task Passive_answer_confirmed_is_not_sent_again_but_a_repeat_gets_it()
    {
        await using var engine = await StartAsync();
        var (seq, _) = await engine.Inbox.AcceptAsync(Messages.Text("你好", passiveFor: Passive), Cancel);
        var outcome = await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "好");

        await engine.Outbox.ConfirmPassiveAsync(outcome!.OutboxId!.Value, 1, complete: true, Cancel);

        Assert.Equal(outcome.OutboxId, (await engine.Outbox.TakePassiveAsync(seq, Cancel))!.OutboxId);
        engine.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
        Assert.Null((await engine.Outbox.TakePassiveAsync(seq, Cancel))!.OutboxId);
    }

    [Fact]
    public async Task Passive_answer_confirmed_in_part_sends_the_rest_by_api()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("你好", passiveFor: Passive), Cancel);
        var outcome = await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "好");

        await engine.Outbox.ConfirmPassiveAsync(outcome!.OutboxId!.Value, 1, complete: false, Cancel);

        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        Assert.Equal(1, claimed.Item.MessagesSent);
    }

    [Fact]
    public async Task Passive_answer_is_not_ready_before_the_turn()
    {
        await using var engine = await StartAsync();
        var (seq, _) = await engine.Inbox.AcceptAsync(Messages.Text("你好", passiveFor: Passive), Cancel);

        Assert.Null(await engine.Outbox.TakePassiveAsync(seq, Cancel));
    }

    [Fact]
    public async Task Claim_gives_one_reply_a_conversation_in_order()
    {
        await using var engine = await StartAsync();
        foreach (var (id, sender) in new[] { ("1", "a"), ("2", "a"), ("3", "b") })
        {
            await engine.Inbox.AcceptAsync(Messages.Text("问", id, sender), Cancel);
            await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(sender), Cancel))!, $"答{id}");
        }

        var first = await engine.Outbox.ClaimDueAsync(10, Cancel);
        await FinishAsync(engine, first[0]);
        var second = await engine.Outbox.ClaimDueAsync(10, Cancel);

        Assert.Equal(["答1", "答3"], first.Select(claimed => claimed.Item.Reply.ToPlainText()));
        Assert.Equal(["答2"], second.Select(claimed => claimed.Item.Reply.ToPlainText()));
    }

    [Fact]
    public async Task Claim_by_two_processes_gives_each_reply_once()
    {
        await using var engine = await StartAsync();
        await using var beside = engine.Beside();
        foreach (var sender in Enumerable.Range(1, 20).Select(number => $"sender{number}"))
        {
            await engine.Inbox.AcceptAsync(Messages.Text("问", sender, sender), Cancel);
            await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(sender), Cancel))!, "答");
        }

        var claims = await Task.WhenAll(engine.Outbox.ClaimDueAsync(20, Cancel), beside.Outbox.ClaimDueAsync(20, Cancel));
        var rest = await engine.Outbox.ClaimDueAsync(20, Cancel);

        var ids = claims.SelectMany(claimed => claimed).Concat(rest).Select(claimed => claimed.Item.Id).ToList();
        Assert.Equal(20, ids.Distinct().Count());
        Assert.Equal(20, ids.Count);
    }

    [Fact]
    public async Task Claim_that_lapsed_is_given_again_and_said_to_be_uncertain()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");

        var first = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        var again = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));

        Assert.False(first.Uncertain);
        Assert.True(again.Uncertain);
        Assert.True(again.Item.MayHaveArrived);
        Assert.Equal(2, again.Attempts);
    }

    [Theory]
    [InlineData(DeliveryCodes.Uncertain, true)]
    [InlineData("unreachable", false)]
    public async Task Claim_after_a_try_says_whether_that_may_have_arrived(string code, bool mayHaveArrived)
    {
        await using var engine = await StartAsync();
        await AnswerAsync(engine, "1");
        var first = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        await engine.Outbox.FinishAsync(
            first, OutboxState.Pending, engine.Time.GetUtcNow(), new DeliveryResult.Retry(0, TimeSpan.Zero, code), code, Cancel);

        var again = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));

        Assert.False(first.Item.MayHaveArrived);
        Assert.Equal(mayHaveArrived, again.Item.MayHaveArrived);
    }

    [Fact]
    public async Task Waiting_reply_goes_first_in_the_next_response()
    {
        await using var engine = await StartAsync();
        await AnswerAndWaitAsync(engine);

        await engine.Inbox.AcceptAsync(Messages.Text("再问", "2", passiveFor: Passive), Cancel);
        var outcome = await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "再答");

        Assert.Equal("答\n再答", outcome!.Reply!.ToPlainText());
        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
    }

    [Fact]
    public async Task Waiting_reply_is_due_again_at_the_next_contact_where_there_is_no_response()
    {
        await using var engine = await StartAsync();
        await AnswerAndWaitAsync(engine);

        await engine.Inbox.AcceptAsync(Messages.Text("再问", "2"), Cancel);
        var outcome = await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "再答");

        Assert.True(outcome!.LeavesWork);
        Assert.Equal("答", Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel)).Item.Reply.ToPlainText());
    }

    [Fact]
    public async Task Push_counts_against_the_last_contact_and_a_new_one_begins_again()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");
        await FinishAsync(engine, Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel)));

        await engine.Inbox.AcceptAsync(Messages.Text("问", "2"), Cancel);
        await using (var context = engine.Database.CreateContext())
        {
            Assert.Equal(1, context.Conversations.Single().PushedSince);
        }

        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");
        Assert.Equal(0, Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel)).Item.LastContact.PushedSince);
    }

    [Theory]
    [InlineData(1, ContactKind.Message)]
    [InlineData(49, ContactKind.Tap)]
    public async Task Tap_does_not_shorten_the_window_of_a_message(int hoursLater, ContactKind expected)
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");
        engine.Time.Advance(TimeSpan.FromHours(hoursLater));
        await engine.Inbox.AcceptAsync(
            new Inbound.MenuTap("menu.help") { Conversation = Messages.Key(), MessageId = "tap", SentAt = engine.Time.GetUtcNow() }, Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");

        await using var context = engine.Database.CreateContext();
        Assert.Equal(expected, (ContactKind)context.Conversations.Single().ContactKind);
    }

    [Fact]
    public async Task Forget_leaves_no_words_behind()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("我的话"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");
        await engine.Inbox.AcceptAsync(
            new Inbound.Unfollowed { Conversation = Messages.Key(), MessageId = "bye", SentAt = Messages.At }, Cancel);
        var waiting = (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!;

        await engine.Turns.CommitAsync(
            new FinishedTurn(waiting, waiting.Conversation, [], new Decision { Forget = true }, null), Cancel);

        await using var context = engine.Database.CreateContext();
        Assert.Empty(context.Events);
        Assert.Empty(context.Conversations);
        Assert.Empty(context.Outbox);
        Assert.All(context.Inbox, row => Assert.Equal("", row.Body));
    }

    /// <summary>PostgreSQL takes no NUL in a text: such a complaint could never be recorded.</summary>
    [Fact]
    public async Task Words_with_a_NUL_are_kept_without_it()
    {
        const string words = "少了\0一条";
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text(words, id: words), Cancel);
        var waiting = (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!;
        var ticket = new Ticket("1124-0001", TicketKind.Complaint, null, null, words, Messages.At, Messages.At.AddHours(8));

        var again = await engine.Inbox.AcceptAsync(Messages.Text(words, id: words), Cancel);
        await engine.Turns.CommitAsync(
            new FinishedTurn(waiting, waiting.Conversation, [], new Decision { Ticket = ticket }, Reply.OfText(words)), Cancel);

        Assert.True(again.Repeated);
        Assert.Equal("少了\uFFFD一条", Assert.Single(await new TicketStore(engine.Database).OpenAsync(Cancel)).Ticket.Text);
    }

    /// <summary>A sender that broke may have done so after the provider took the reply.</summary>
    [Fact]
    public async Task Reply_whose_sender_failed_may_have_arrived()
    {
        await using var engine = await StartAsync();
        await engine.Inbox.AcceptAsync(Messages.Text("余额"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "好");
        var first = Assert.Single(await engine.Outbox.ClaimDueAsync(1, Cancel));

        await engine.Outbox.FinishAsync(
            first, OutboxState.Pending, engine.Time.GetUtcNow(), new DeliveryResult.Retry(0, TimeSpan.Zero, "sender_failed"),
            "sender_failed", Cancel);

        Assert.False(first.Item.MayHaveArrived);
        Assert.True(Assert.Single(await engine.Outbox.ClaimDueAsync(1, Cancel)).Item.MayHaveArrived);
    }

    [Fact]
    public async Task Ticket_is_found_by_its_owner_only()
    {
        await using var engine = await StartAsync();
        var license = LicenseNumber.Parse("330106100123");
        await engine.Inbox.AcceptAsync(Messages.Text("投诉"), Cancel);
        var waiting = (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!;
        var ticket = new Ticket("1124-0001", TicketKind.Complaint, license, "S01", "经过", Messages.At, Messages.At.AddHours(8));
        await engine.Turns.CommitAsync(
            new FinishedTurn(waiting, waiting.Conversation, [], new Decision { Ticket = ticket }, null), Cancel);
        var tickets = new TicketStore(engine.Database);

        Assert.Equal(ticket, (await tickets.FindOwnAsync("1124-0001", license, Messages.Key("other"), Cancel))!.Ticket with { CreatedAt = Messages.At });
        Assert.Null(await tickets.FindOwnAsync("1124-0001", null, Messages.Key(), Cancel));
        Assert.Null(await tickets.FindOwnAsync("1124-0001", LicenseNumber.Parse("330106100124"), Messages.Key("other"), Cancel));
        Assert.True(await tickets.CloseAsync("1124-0001", Cancel));
        Assert.Empty(await tickets.OpenAsync(Cancel));
    }

    [Fact]
    public async Task Write_that_fails_leaves_the_others_of_its_commit()
    {
        await using var engine = await StartAsync();
        var good = Enumerable.Range(0, 20).Select(number => engine.Inbox.AcceptAsync(Messages.Text("问", $"good{number}"), Cancel));
        var bad = Enumerable.Range(0, 3).Select(_ => engine.Writer.WriteAsync<int>(
            (sql, token) => sql.ExecuteAsync("INSERT INTO no_such_table VALUES (1)", token), Cancel)).ToList();

        var accepted = await Task.WhenAll(good);

        Assert.Equal(20, accepted.Select(result => result.Seq).Distinct().Count());
        foreach (var write in bad)
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => write);
        }
    }

    [Fact]
    public async Task Finish_after_the_claim_lapsed_leaves_the_reply_to_its_new_claim()
    {
        await using var engine = await StartAsync();
        await AnswerAsync(engine, "1");
        var late = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        engine.Time.Advance(TimeSpan.FromMinutes(2));
        await FinishAsync(engine, Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel)));

        await engine.Outbox.FinishAsync(
            late, OutboxState.Pending, engine.Time.GetUtcNow(), new DeliveryResult.Retry(1, TimeSpan.Zero, "late"), "late", Cancel);

        await using var context = engine.Database.CreateContext();
        var row = context.Outbox.Single();
        Assert.Equal(((short)OutboxState.Sent, 1), (row.State, row.MessagesSent));
        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
    }

    [Fact]
    public async Task Claim_gives_up_a_reply_that_cannot_be_read_and_goes_on_with_the_others()
    {
        await using var engine = await StartAsync();
        await AnswerAsync(engine, "1", "a");
        await AnswerAsync(engine, "2", "b");
        await engine.Writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync("UPDATE outbox SET body = '' WHERE conversation LIKE '%/a'", token), Cancel);

        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));

        Assert.Equal("答2", claimed.Item.Reply.ToPlainText());
        await using var context = engine.Database.CreateContext();
        Assert.Equal((short)OutboxState.GivenUp, context.Outbox.OrderBy(row => row.Id).First().State);
    }

    [Fact]
    public async Task Codes_asked_for_at_once_from_many_conversations_stay_within_the_limit()
    {
        await using var engine = await StartAsync();
        var turns = new List<FinishedTurn>();
        foreach (var sender in Enumerable.Range(1, 8).Select(number => $"sender{number}"))
        {
            await engine.Inbox.AcceptAsync(Messages.Text("绑定", sender, sender), Cancel);
            var waiting = (await engine.Inbox.NextAsync(Messages.Key(sender), Cancel))!;
            var code = new CodeToSend(LicenseNumber.Parse("330106100123"), ConversationKey.Create("sms", "codes", "13800001123"), Reply.OfText("码"));
            turns.Add(new FinishedTurn(waiting, waiting.Conversation, [], Decision.Say("已发") with { Code = code }, Reply.OfText("已发")));
        }

        var outcomes = await Task.WhenAll(turns.Select(turn => engine.Turns.CommitAsync(turn, Cancel)));

        Assert.Equal(Bot.Binding.BindingCodes.MostPerDay, outcomes.Count(outcome => outcome is not null));
        await using var context = engine.Database.CreateContext();
        Assert.Equal(Bot.Binding.BindingCodes.MostPerDay, context.CodeRequests.Count());
    }

    [Fact]
    public async Task Reads_at_once_never_take_more_connections_than_their_bound()
    {
        await using var engine = await StartAsync();
        var release = new TaskCompletionSource();
        var begun = 0;
        var reads = Enumerable.Range(0, engine.Database.MostReaders + 8).Select(_ => engine.Readers.ReadAsync(
            async sql =>
            {
                Interlocked.Increment(ref begun);
                await release.Task;
                return await sql.ScalarAsync("SELECT COUNT(*) FROM inbox", Cancel);
            },
            Cancel)).ToList();
        while (Volatile.Read(ref begun) < engine.Database.MostReaders)
        {
            Cancel.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        Assert.Equal(engine.Database.MostReaders, Volatile.Read(ref begun));
        release.SetResult();

        Assert.All(await Task.WhenAll(reads), count => Assert.Equal(1L, count));
    }

    [Fact]
    public async Task Housekeeping_drops_what_is_old_and_keeps_what_still_waits()
    {
        await using var engine = await StartAsync();
        await AnswerAsync(engine, "sent", "sent");
        await FinishAsync(engine, Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel)));
        await AnswerAndWaitAsync(engine);
        await engine.Inbox.AcceptAsync(Messages.Text("还没答", "open", "open"), Cancel);
        await engine.Writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync(
                "INSERT INTO code_requests (license, conversation, at) VALUES ('330106100123', 'c', 0)", token),
            Cancel);
        engine.Time.Advance(TimeSpan.FromDays(8));
        using var housekeeping = new Bot.Hosting.Housekeeping(
            engine.Database, engine.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Bot.Hosting.Housekeeping>.Instance);

        await housekeeping.CleanAsync(Cancel);

        await using var context = engine.Database.CreateContext();
        Assert.Equal("open", context.Inbox.Single().MessageId);
        Assert.Empty(context.CodeRequests);
        var rows = context.Outbox.OrderBy(row => row.Id).Select(row => row.State).ToList();
        Assert.Equal([(short)OutboxState.Sent, (short)OutboxState.GivenUp], rows);

        engine.Time.Advance(TimeSpan.FromDays(30));
        await housekeeping.CleanAsync(Cancel);

        Assert.Empty(context.Outbox);
        Assert.Equal("open", context.Inbox.Single().MessageId);
    }

    [Fact]
    public async Task Migrations_fit_the_model()
    {
        await using var engine = await StartAsync();
        await using var context = engine.Database.CreateContext();

        Assert.False(Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.HasPendingModelChanges(context.Database));
    }

    private static Task<TurnOutcome?> CommitAsync(Engine engine, WaitingTurn waiting, string answer)
    {
        var reply = Reply.OfText(answer);
        ConversationEvent[] events =
        [
            new ConversationEvent.RetailerWrote(waiting.Message, null, null),
            new ConversationEvent.BotReplied(reply, null, true),
        ];
        var after = events.Aggregate(waiting.Conversation, (conversation, next) => conversation.Apply(next));
        return engine.Turns.CommitAsync(new FinishedTurn(waiting, after, events, Decision.Say(answer), reply), Cancel);
    }

    private static async Task AnswerAsync(Engine engine, string id, string sender = "openid-1")
    {
        await engine.Inbox.AcceptAsync(Messages.Text("问", id, sender), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(sender), Cancel))!, $"答{id}");
    }

    private static async Task AnswerAndWaitAsync(Engine engine)
    {
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        await CommitAsync(engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, "答");
        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        await engine.Outbox.FinishAsync(
            claimed, OutboxState.WaitingForContact, engine.Time.GetUtcNow(), new DeliveryResult.WaitForContact(0, "45015"), "45015", Cancel);
        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
    }

    private static Task FinishAsync(Engine engine, ClaimedReply claimed) => engine.Outbox.FinishAsync(
        claimed, OutboxState.Sent, engine.Time.GetUtcNow(), new DeliveryResult.Delivered(1), null, Cancel);
}

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteStoreTests : StoreSuite
{
    [Fact]
    public async Task Next_message_is_found_by_the_index_of_waiting_messages()
    {
        await using var engine = await StartAsync();
        var plan = await engine.Readers.ReadAsync(
            sql => sql.QueryAsync(
                $"EXPLAIN QUERY PLAN {engine.Inbox.Next}", row => row.GetString(3), TestContext.Current.CancellationToken,
                ("conversation", "wechat/gh/1")),
            TestContext.Current.CancellationToken);

        Assert.Contains(plan, step => step.StartsWith("SEARCH i USING INDEX IX_inbox_conversation", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Writer_fails_at_once_while_the_store_is_away_and_goes_on_when_it_is_back()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "conversations.db");
        Directory.CreateDirectory(file);
        await using var database = new Bot.Store.BotDatabase(Microsoft.Extensions.Options.Options.Create(
            new StorageOptions { DataDirectory = folder.Path }));
        await using var writer = new Bot.Store.GroupCommit(
            database, Microsoft.Extensions.Logging.Abstractions.NullLogger<Bot.Store.GroupCommit>.Instance);
        Task<object?> WriteAsync() => writer.WriteAsync(
            (sql, token) => sql.ScalarAsync("SELECT 1", token), TestContext.Current.CancellationToken);

        var writes = Enumerable.Range(0, 50).Select(_ => WriteAsync()).ToList();
        foreach (var write in writes)
        {
            await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => write);
        }

        Directory.Delete(file);

        Assert.Equal(1L, await WriteAsync());
    }

    private protected override Task<Engine> StartAsync() => Engine.OnSqliteAsync();
}

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgresStoreTests(PostgresServer server) : StoreSuite
{
    private protected override Task<Engine> StartAsync() => Engine.OnPostgresAsync(server);
}
