using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Conversations;

/// <summary>What was said in a conversation and what was sent with it, the same on every database.</summary>
public abstract class HistorySuite
{
    private static readonly LicenseNumber License = LicenseNumber.Parse("330106100123");

    private static readonly ConversationEvent Bound = new ConversationEvent.RetailerBound(License, "holder-1");

    private static readonly ConversationEvent BoundToAnother =
        new ConversationEvent.RetailerBound(LicenseNumber.Parse("330106100301"), "holder-2");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<Engine> StartAsync();

    [Fact]
    public async Task Read_gives_messages_and_replies_in_order_with_their_numbers()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await SayAsync(engine, "余额", "不知道", new ConversationEvent.Misunderstood(), new ConversationEvent.ChoiceClosed());

        var page = await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 1000, Cancel);

        Assert.Equal(["1 你好", "2 您好", "3 余额", "6 不知道"], page.Entries.Select(Line));
        Assert.Equal(Messages.At + TimeSpan.FromMinutes(1), page.Entries[^1].At);
        Assert.Equal(6, page.Last);
    }

    [Fact]
    public async Task Read_of_an_unknown_conversation_is_empty()
    {
        await using var engine = await StartAsync();

        var page = await HistoryOf(engine).ReadAsync(Messages.Key("nobody"), 0, 10, Cancel);

        Assert.Empty(page.Entries);
        Assert.Equal(0, page.Last);
    }

    [Fact]
    public async Task Read_in_pages_of_any_size_gives_each_entry_once()
    {
        await using var engine = await StartAsync();
        for (var turn = 1; turn <= 5; turn++)
        {
            await SayAsync(engine, $"问{turn}", $"答{turn}", new ConversationEvent.Misunderstood());
        }

        var all = (await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 1000, Cancel)).Entries;
        for (var size = 1; size <= 4; size++)
        {
            var read = new List<HistoryEntry>();
            HistoryPage page;
            do
            {
                page = await HistoryOf(engine).ReadAsync(Messages.Key(), read.Count == 0 ? 0 : read[^1].Number, size, Cancel);
                read.AddRange(page.Entries);
            }
            while (page.Entries.Count == size);

            Assert.Equal(all.Select(Line), read.Select(Line));
        }
    }

    [Fact]
    public async Task Read_after_the_last_number_is_empty_and_stays_there()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        var known = (await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 10, Cancel)).Last;

        var page = await HistoryOf(engine).ReadAsync(Messages.Key(), known, 10, Cancel);

        Assert.Empty(page.Entries);
        Assert.Equal(known, page.Last);
    }

    [Fact]
    public async Task Read_keeps_the_channels_own_form_of_a_message()
    {
        await using var engine = await StartAsync();
        var wire = $$$"""{"text":"{{{new string('问', 20_000)}}}","channelData":{"clientActivityID":"1"}}""";
        await AnswerAsync(engine, Messages.Text("问") with { Wire = wire, Attachments = ["a"] }, "答");

        var page = await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 10, Cancel);

        Assert.Equal(wire, page.Entries[0].Message!.Wire);
        Assert.Equal(["a"], page.Entries[0].Message!.Attachments!);
    }

    [Fact]
    public async Task Unbinding_hides_every_reply_of_before_and_shows_the_words_that_led_to_it()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "绑定", "绑定成功", Bound);
        await SayAsync(engine, "余额", "一万元");
        await SayAsync(engine, "解绑", "已解绑", new ConversationEvent.RetailerUnbound());

        Assert.Equal(["解绑", "已解绑"], await WordsAsync(engine, 0));

        await SayAsync(engine, "余额", "请先绑定");

        Assert.Equal(["解绑", "已解绑", "余额", "请先绑定"], await WordsAsync(engine, 0));
        Assert.Equal(["解绑"], await WordsAsync(engine, 0, most: 1));
    }

    [Fact]
    public async Task Unbinding_hides_what_a_browser_that_was_away_had_not_read()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "绑定", "绑定成功", Bound);
        var known = (await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 10, Cancel)).Last;
        await SayAsync(engine, "余额", "一万元");
        await SayAsync(engine, "解绑", "已解绑", new ConversationEvent.RetailerUnbound());
        await SayAsync(engine, "绑定", "绑定成功", Bound);

        Assert.Equal(["解绑", "已解绑", "绑定", "绑定成功"], await WordsAsync(engine, known));
    }

    [Fact]
    public async Task Binding_to_another_retailer_hides_what_was_said_to_the_one_before()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "绑定", "绑定成功", Bound);
        await SayAsync(engine, "余额", "一万元");
        await SayAsync(engine, "换店", "绑定成功", BoundToAnother);

        Assert.Equal(["换店", "绑定成功"], await WordsAsync(engine, 0));
    }

    [Fact]
    public async Task Binding_keeps_what_was_said_to_the_stranger()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "请先绑定");
        await SayAsync(engine, "绑定", "绑定成功", Bound);

        Assert.Equal(["你好", "请先绑定", "绑定", "绑定成功"], await WordsAsync(engine, 0));
    }

    [Fact]
    public async Task Forgotten_conversation_begins_anew_for_who_knew_it_longer()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        await SayAsync(engine, "余额", "请先绑定");
        var known = (await HistoryOf(engine).ReadAsync(Messages.Key(), 0, 10, Cancel)).Last;
        await engine.Conversations.RemoveAsync(Messages.Key(), Cancel);
        await SayAsync(engine, "又来了", "您好");

        Assert.Equal(["又来了", "您好"], await WordsAsync(engine, known));
    }

    [Fact]
    public async Task Commit_of_another_process_rings_once_within_two_seconds()
    {
        await using var engine = await StartAsync();
        await using var other = engine.Beside();
        await SayAsync(engine, "你好", "您好");
        engine.Time.Advance(TimeSpan.FromMinutes(5));
        using var watch = new Watching(engine);
        using var rung = new Ringing(watch.Bells, Messages.Key());
        using var elsewhere = new Ringing(watch.Bells, Messages.Key("somebody-else"));
        await watch.TickAsync();
        Assert.Equal(0, rung.Count);

        await SayAsync(other, "余额", "请先绑定");
        await watch.TickAsync();
        await watch.TickAsync();

        Assert.Equal(1, rung.Count);
        Assert.Equal(0, elsewhere.Count);
    }

    [Fact]
    public async Task Watch_looks_by_itself_every_second()
    {
        await using var engine = await StartAsync();
        using var watch = new Watching(engine);
        var rung = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var listener = watch.Bells.Listen(Messages.Key(), () => rung.TrySetResult());
        await watch.Service.StartAsync(Cancel);
        await SayAsync(engine, "你好", "您好");

        while (!rung.Task.IsCompleted)
        {
            Cancel.ThrowIfCancellationRequested();
            engine.Time.Advance(ConversationWatch.Every);
            await Task.Yield();
        }

        await watch.Service.StopAsync(Cancel);
    }

    [Fact]
    public async Task Commit_while_the_store_cannot_be_read_rings_once_it_can()
    {
        await using var engine = await StartAsync();
        using var watch = new Watching(engine);
        using var rung = new Ringing(watch.Bells, Messages.Key());
        await SayAsync(engine, "你好", "您好");
        await engine.Writer.WriteAsync((sql, token) => sql.ExecuteAsync("ALTER TABLE conversations RENAME TO away", token), Cancel);
        for (var second = 0; second < 120; second++)
        {
            await watch.TickAsync();
        }

        await engine.Writer.WriteAsync((sql, token) => sql.ExecuteAsync("ALTER TABLE away RENAME TO conversations", token), Cancel);
        await watch.TickAsync();

        Assert.Equal(1, rung.Count);
    }

    [Fact]
    public async Task Commit_of_a_machine_whose_clock_is_behind_rings_too()
    {
        await using var engine = await StartAsync();
        using var watch = new Watching(engine);
        using var rung = new Ringing(watch.Bells, Messages.Key());
        var late = new FakeTimeProvider(engine.Time.GetUtcNow() - TimeSpan.FromSeconds(20));
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        await CommitAsync(engine, new TurnStore(engine.Writer, engine.Database, late), Messages.Key(), "答");

        await watch.TickAsync();

        Assert.Equal(1, rung.Count);
    }

    [Fact]
    public async Task Listener_that_was_disposed_hears_nothing_and_the_others_go_on()
    {
        await using var engine = await StartAsync();
        using var watch = new Watching(engine);
        var gone = new Ringing(watch.Bells, Messages.Key());
        using var here = new Ringing(watch.Bells, Messages.Key());
        gone.Dispose();
        gone.Dispose();

        await SayAsync(engine, "你好", "您好");
        await watch.TickAsync();

        Assert.Equal((0, 1), (gone.Count, here.Count));
        here.Dispose();
        Assert.False(watch.Bells.IsAnyoneListening);
    }

    [Fact]
    public async Task Beginning_a_bound_conversation_again_changes_nothing()
    {
        await using var engine = await StartAsync();

        await BeginAsync(engine, "openid-1");
        await BeginAsync(engine, "openid-1");
        await SayAsync(engine, "余额", "一万元");
        await BeginAsync(engine, "openid-1");

        Assert.Equal(3, (await StateAsync(engine)).Version);
        Assert.Equal(["余额", "一万元"], await WordsAsync(engine, 0));
    }

    [Fact]
    public async Task Beginning_a_conversation_that_was_unbound_binds_it_again()
    {
        await using var engine = await StartAsync();
        await BeginAsync(engine, "openid-1");
        await SayAsync(engine, "解绑", "已解绑", new ConversationEvent.RetailerUnbound());

        await BeginAsync(engine, "openid-1");
        await SayAsync(engine, "余额", "一万元");

        Assert.Equal("330106100123/holder-1", (await StateAsync(engine)).Thread);
        Assert.Equal(["解绑", "已解绑", "余额", "一万元"], await WordsAsync(engine, 0));
    }

    [Fact]
    public async Task Thread_of_a_retailer_is_one_over_all_its_conversations_and_comes_in_pages()
    {
        await using var engine = await StartAsync();
        string[] senders = ["openid-1", "openid-2"];
        await BeginAsync(engine, senders[0]);
        await BeginAsync(engine, senders[1]);
        for (var turn = 1; turn <= 5; turn++)
        {
            engine.Time.Advance(TimeSpan.FromMinutes(1));
            await SayAsync(engine, senders[turn % 2], $"问{turn}", $"答{turn}");
        }

        var newest = await ThreadAsync(engine, null, 3);
        var older = await ThreadAsync(engine, newest[0].At.ToUnixTimeMilliseconds(), 100);

        Assert.Equal(["问4", "答4", "问5", "答5"], newest.Select(Words));
        Assert.Equal(["问1", "答1", "问2", "答2", "问3", "答3"], older.Select(Words));
        Assert.Equal(["openid-2", "openid-1", "openid-2"], older.Where(entry => entry.Reply is null).Select(entry => entry.Conversation.Sender));
        Assert.Empty(await ThreadAsync(engine, older[0].At.ToUnixTimeMilliseconds(), 100));
    }

    [Fact]
    public async Task Thread_of_the_holder_before_is_not_shown_to_the_next()
    {
        await using var engine = await StartAsync();
        await BeginAsync(engine, "openid-1");
        await SayAsync(engine, "余额", "一万元");
        await SayAsync(engine, "换店", "绑定成功", new ConversationEvent.RetailerBound(License, "holder-2"));

        var thread = await new RetailerThread(engine.Readers).ReadAsync(License, "holder-2", null, 100, Cancel);

        Assert.Equal(["绑定成功"], thread.Select(Words));
    }

    [Fact]
    public async Task Kept_file_is_read_back_by_an_id_that_cannot_be_guessed()
    {
        await using var engine = await StartAsync();
        var files = FilesOf(engine);
        byte[] bytes = [1, 2, 3, 0, 255];

        var id = await files.KeepAsync(Messages.Key(), new AttachedFile("image/jpeg", "店.jpg", bytes), Cancel);
        var other = await files.KeepAsync(Messages.Key(), new AttachedFile("image/jpeg", null, bytes), Cancel);

        var file = await files.ReadAsync(id, Cancel);
        Assert.Equal(("image/jpeg", "店.jpg"), (file!.ContentType, file.Name));
        Assert.Equal(bytes, file.Bytes.ToArray());
        Assert.Null((await files.ReadAsync(other, Cancel))!.Name);
        Assert.NotEqual(id, other);
        Assert.Matches("^20261124-[0-9a-f]{32}$", id);
        Assert.Null(await files.ReadAsync("20261124-00000000000000000000000000000000", Cancel));
    }

    [Fact]
    public async Task Removed_conversation_takes_its_files_along_but_not_those_of_a_ticket()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        var photo = await KeepAsync(engine, Messages.Key());
        var evidence = await KeepAsync(engine, Messages.Key());
        var elsewhere = await KeepAsync(engine, Messages.Key("openid-2"));
        await AddTicketAsync(engine, $"{evidence},{elsewhere}");

        await engine.Conversations.RemoveAsync(Messages.Key(), Cancel);

        Assert.Equal(new HashSet<string> { evidence, elsewhere }, (await KeptOfAsync(engine, photo, evidence, elsewhere)).ToHashSet());
    }

    [Fact]
    public async Task Forgetting_a_conversation_takes_its_files_along()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        var photo = await KeepAsync(engine, Messages.Key());
        await engine.Inbox.AcceptAsync(Messages.Text("走了", "bye"), Cancel);
        var waiting = (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!;

        await engine.Turns.CommitAsync(
            new FinishedTurn(waiting, waiting.Conversation, [], new Decision { Forget = true }, null), Cancel);

        Assert.Empty(await KeptOfAsync(engine, photo));
    }

    [Fact]
    public async Task Housekeeping_removes_old_files_and_those_of_conversations_that_never_began()
    {
        await using var engine = await StartAsync();
        await SayAsync(engine, "你好", "您好");
        var photo = await KeepAsync(engine, Messages.Key());
        var orphan = await KeepAsync(engine, Messages.Key("never-began"));
        var evidence = await KeepAsync(engine, Messages.Key("form"));
        await AddTicketAsync(engine, evidence, Messages.Key("form"));
        using var housekeeping = new Housekeeping(engine.Database, engine.Time, NullLogger<Housekeeping>.Instance);

        await housekeeping.CleanAsync(Cancel);
        Assert.Equal([photo, orphan, evidence], await KeptOfAsync(engine, photo, orphan, evidence));

        engine.Time.Advance(TimeSpan.FromDays(3));
        await housekeeping.CleanAsync(Cancel);
        Assert.Equal([photo, evidence], await KeptOfAsync(engine, photo, orphan, evidence));

        engine.Time.Advance(TimeSpan.FromDays(398));
        await housekeeping.CleanAsync(Cancel);
        Assert.Empty(await KeptOfAsync(engine, photo, orphan, evidence));
    }

    private static Task BeginAsync(Engine engine, string sender) =>
        engine.Conversations.BeginBoundAsync(Messages.Key(sender), License, "holder-1", Cancel);

    private static async Task<Conversation> StateAsync(Engine engine)
    {
        await using var context = engine.Database.CreateContext();
        return Bot.Store.BotJson.ReadConversation(context.Conversations.Single(row => row.Key == Messages.Key().ToString()).State);
    }

    private static Task<IReadOnlyList<ThreadEntry>> ThreadAsync(Engine engine, long? before, int most) =>
        new RetailerThread(engine.Readers).ReadAsync(License, "holder-1", before, most, Cancel);

    private static ConversationHistory HistoryOf(Engine engine) => new(engine.Readers, new ConversationBells());

    private static Attachments FilesOf(Engine engine) => new(engine.Writer, engine.Readers, engine.Time);

    private static Task<string> KeepAsync(Engine engine, ConversationKey key) =>
        FilesOf(engine).KeepAsync(key, new AttachedFile("image/png", null, new byte[] { 1 }), Cancel);

    private static async Task<List<string>> KeptOfAsync(Engine engine, params string[] ids)
    {
        var kept = new List<string>();
        foreach (var id in ids)
        {
            if (await FilesOf(engine).ReadAsync(id, Cancel) is not null)
            {
                kept.Add(id);
            }
        }

        return kept;
    }

    private static async Task AddTicketAsync(Engine engine, string attachments, ConversationKey? conversation = null)
    {
        await using var context = engine.Database.CreateContext();
        context.Tickets.Add(new Bot.Store.TicketRow
        {
            Number = "T1", Kind = "Complaint", Conversation = (conversation ?? Messages.Key()).ToString(), Text = "", Status = "Open",
            Attachments = attachments,
        });
        await context.SaveChangesAsync(Cancel);
    }

    private static async Task<IEnumerable<string>> WordsAsync(Engine engine, long after, int most = 1000)
    {
        var page = await HistoryOf(engine).ReadAsync(Messages.Key(), after, most, Cancel);
        return page.Entries.Select(Words);
    }

    private static string Line(HistoryEntry entry) => $"{entry.Number} {Words(entry)}";

    private static string Words(HistoryEntry entry) => Words(entry.Message, entry.Reply);

    private static string Words(ThreadEntry entry) => Words(entry.Message, entry.Reply);

    private static string Words(Inbound? message, Reply? reply) =>
        reply?.ToPlainText() ?? Assert.IsType<Inbound.Text>(message).Content;

    private static Task SayAsync(Engine engine, string words, string answer, params ConversationEvent[] between) =>
        AnswerAsync(engine, Messages.Text(words, Guid.NewGuid().ToString("N")), answer, between);

    private static Task SayAsync(Engine engine, string sender, string words, string answer) =>
        AnswerAsync(engine, Messages.Text(words, Guid.NewGuid().ToString("N"), sender), answer);

    private static async Task AnswerAsync(Engine engine, Inbound message, string answer, params ConversationEvent[] between)
    {
        await engine.Inbox.AcceptAsync(message, Cancel);
        await CommitAsync(engine, engine.Turns, message.Conversation, answer, between);
    }

    private static async Task CommitAsync(
        Engine engine, TurnStore turns, ConversationKey key, string answer, params ConversationEvent[] between)
    {
        var waiting = (await engine.Inbox.NextAsync(key, Cancel))!;
        var reply = Reply.OfText(answer);
        ConversationEvent[] events =
        [
            new ConversationEvent.RetailerWrote(waiting.Message, null, null), .. between,
            new ConversationEvent.BotReplied(reply, null, true),
        ];
        var after = events.Aggregate(waiting.Conversation, (conversation, next) => conversation.Apply(next));
        Assert.NotNull(await turns.CommitAsync(new FinishedTurn(waiting, after, events, Decision.Say(answer), reply), Cancel));
    }
}

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteHistoryTests : HistorySuite
{
    private protected override Task<Engine> StartAsync() => Engine.OnSqliteAsync();
}

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgresHistoryTests(PostgresServer server) : HistorySuite
{
    private protected override Task<Engine> StartAsync() => Engine.OnPostgresAsync(server);
}
