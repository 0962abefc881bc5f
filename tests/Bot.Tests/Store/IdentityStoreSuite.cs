using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Store;

/// <summary>What the store keeps of who is who, the same on every database.</summary>
public abstract class IdentityStoreSuite
{
    private static readonly LicenseNumber License = LicenseNumber.Parse("330106100123");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected abstract Task<Engine> StartAsync();

    [Fact]
    public async Task Guesses_are_counted_by_subject_over_a_day()
    {
        await using var engine = await StartAsync();
        var guesses = new Guesses(engine.Writer, engine.Readers, engine.Time);
        var subject = Guesses.At(License);
        for (var tries = 0; tries < Guesses.MostPerDay; tries++)
        {
            Assert.False(await guesses.AreUsedUpAsync(subject, Cancel));
            await guesses.AddAsync(subject, Cancel);
        }

        Assert.True(await guesses.AreUsedUpAsync(subject, Cancel));
        Assert.False(await guesses.AreUsedUpAsync(Guesses.From(Messages.Key()), Cancel));
        Assert.Equal(Guesses.MostPerDay, await guesses.CountAsync(subject, engine.Time.GetUtcNow().AddMinutes(-1), Cancel));

        engine.Time.Advance(Guesses.CountedOver);

        Assert.False(await guesses.AreUsedUpAsync(subject, Cancel));
    }

    [Fact]
    public async Task Wrong_guesses_of_many_conversations_and_processes_at_once_stop_at_the_limit()
    {
        await using var engine = await StartAsync();
        await using var beside = engine.Beside();
        var waiting = new List<WaitingTurn>();
        for (var number = 0; number < Guesses.MostPerDay * 3; number++)
        {
            waiting.Add(await AcceptAsync(engine, $"openid-{number}"));
        }

        var outcomes = await Task.WhenAll(
            waiting.Select((turn, index) => GuessAsync(index % 2 == 0 ? engine : beside, turn, isWrong: true)));

        Assert.Equal(Guesses.MostPerDay, outcomes.Count(outcome => outcome is not null));
    }

    [Fact]
    public async Task Right_guess_is_not_counted_and_is_no_use_once_the_tries_are_spent()
    {
        await using var engine = await StartAsync();
        var guesses = new Guesses(engine.Writer, engine.Readers, engine.Time);

        Assert.NotNull(await GuessAsync(engine, await AcceptAsync(engine, "first"), isWrong: false));
        Assert.Equal(0, await guesses.CountAsync(Guesses.At(License), DateTimeOffset.UnixEpoch, Cancel));
        for (var tries = 0; tries < Guesses.MostPerDay; tries++)
        {
            await guesses.AddAsync(Guesses.At(License), Cancel);
        }

        Assert.Null(await GuessAsync(engine, await AcceptAsync(engine, "second"), isWrong: false));
    }

    [Fact]
    public async Task Lost_turn_leaves_no_guess()
    {
        await using var engine = await StartAsync();
        var waiting = await AcceptAsync(engine, "openid-1");
        await GuessAsync(engine, waiting, isWrong: true);

        Assert.Null(await GuessAsync(engine, waiting, isWrong: true));
        var guesses = new Guesses(engine.Writer, engine.Readers, engine.Time);
        Assert.Equal(1, await guesses.CountAsync(Guesses.At(License), DateTimeOffset.UnixEpoch, Cancel));
    }

    [Fact]
    public async Task Tickets_stay_with_the_licence_and_their_words_with_the_holder()
    {
        await using var engine = await StartAsync();
        var tickets = new TicketStore(engine.Database);
        await OpenTicketAsync(engine, "1124-0001", License, "old-holder");
        engine.Time.Advance(TimeSpan.FromMinutes(1));
        await OpenTicketAsync(engine, "1124-0002", License, "new-holder");
        await OpenTicketAsync(engine, "1124-0003", LicenseNumber.Parse("330106100045"), "new-holder");

        var own = await tickets.OfRetailerAsync(License, "new-holder", Cancel);

        Assert.Equal(["1124-0002", "1124-0001"], own.Select(ticket => ticket.Number));
        Assert.Equal(["photo"], own[0].Attachments);
        Assert.Equal("经过", own[0].Text);
        Assert.Equal((null, 0, TicketStatus.Open), (own[1].Text, own[1].Attachments.Count, own[1].Status));
        Assert.Empty(await tickets.OfRetailerAsync(LicenseNumber.Parse("330106100099"), "new-holder", Cancel));
    }

    [Fact]
    public async Task Thread_is_one_history_over_all_channels_in_order_and_by_pages()
    {
        await using var engine = await StartAsync();
        var thread = new RetailerThread(engine.Readers);
        ConversationKey[] keys =
        [
            Messages.Key(), ConversationKey.Create("sms", "10655", "13800001123"), ConversationKey.Create("web", "self", "chat-1"),
        ];
        foreach (var round in Enumerable.Range(1, 3))
        {
            foreach (var key in keys)
            {
                await TalkAsync(engine, key, $"{round}", License, "mark");
            }

            engine.Time.Advance(TimeSpan.FromSeconds(1));
        }

        var all = await thread.ReadAsync(License, "mark", null, 100, Cancel);
        var pages = new List<ThreadEntry>();
        IReadOnlyList<ThreadEntry> page;
        do
        {
            page = await thread.ReadAsync(License, "mark", pages.FirstOrDefault(), 4, Cancel);
            pages.InsertRange(0, page);
        }
        while (page.Count == 4);

        Assert.Equal(18, all.Count);
        Assert.Equal(all.OrderBy(entry => entry.At).Select(Said), all.Select(Said));
        Assert.Equal(["1", "2", "3"], all.Where(entry => entry.Conversation == keys[1]).Select(Said).Where(words => words.Length == 1));
        Assert.Equal(all.Select(entry => (entry.Conversation, entry.Number)), pages.Select(entry => (entry.Conversation, entry.Number)));
        Assert.Equal(["sms", "web", "wechat"], all.Select(entry => entry.Conversation.Channel).Distinct().Order());
    }

    [Fact]
    public async Task Thread_of_the_holder_before_cannot_be_read_with_the_new_mark_and_shops_never_mix()
    {
        await using var engine = await StartAsync();
        var thread = new RetailerThread(engine.Readers);
        var other = LicenseNumber.Parse("330106100045");
        await TalkAsync(engine, Messages.Key(), "旧", License, "old");
        await TalkAsync(engine, Messages.Key("openid-2"), "新", License, "new");
        await TalkAsync(engine, Messages.Key("openid-2"), "另一家", other, "new");
        await TalkAsync(engine, Messages.Key("openid-3"), "路人", null, "");

        async Task<IEnumerable<string>> WordsAsync(LicenseNumber license, string holder) =>
            (await thread.ReadAsync(license, holder, null, 10, Cancel)).Select(Said);

        Assert.Equal(["旧", "答旧"], await WordsAsync(License, "old"));
        Assert.Equal(["新", "答新"], await WordsAsync(License, "new"));
        Assert.Equal(["另一家", "答另一家"], await WordsAsync(other, "new"));
        Assert.Empty(await WordsAsync(other, "old"));
    }

    [Fact]
    public async Task Code_that_waited_past_its_lifetime_is_not_sent_nor_kept()
    {
        await using var engine = await StartAsync();
        await SendCodeAsync(engine);

        engine.Time.Advance(BindingCodes.Lifetime);

        Assert.Empty(await engine.Outbox.ClaimDueAsync(10, Cancel));
        await using var context = engine.Database.CreateContext();
        var row = Assert.Single(context.Outbox.ToList());
        Assert.Equal(((short)OutboxState.GivenUp, "", "expired"), (row.State, row.Body, row.LastCode));
    }

    [Fact]
    public async Task Code_goes_out_with_its_template_and_is_not_kept_readable_afterwards()
    {
        await using var engine = await StartAsync();
        await SendCodeAsync(engine);

        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        await engine.Outbox.FinishAsync(
            claimed, OutboxState.Sent, engine.Time.GetUtcNow(), new DeliveryResult.Delivered(1, "SM1"), null, Cancel);

        Assert.Equal(BindingCodes.NoticeName, claimed.Item.Reply.Notice!.Name);
        Assert.Equal("123456", claimed.Item.Reply.Notice.Values["code"]);
        await using var context = engine.Database.CreateContext();
        Assert.Equal("", Assert.Single(context.Outbox.ToList()).Body);
        Assert.DoesNotContain(context.Events.ToList(), row => row.Body.Contains("123456", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Code_that_waits_for_contact_is_not_kept_readable()
    {
        await using var engine = await StartAsync();
        await SendCodeAsync(engine);
        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        await engine.Outbox.FinishAsync(
            claimed, OutboxState.WaitingForContact, engine.Time.GetUtcNow(), new DeliveryResult.WaitForContact(0, "21610"), "21610", Cancel);

        engine.Time.Advance(BindingCodes.Lifetime + TimeSpan.FromSeconds(1));
        await CleanAsync(engine);

        await using var context = engine.Database.CreateContext();
        Assert.Equal("", Assert.Single(context.Outbox.ToList()).Body);
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 0)]
    public async Task Opting_out_drops_what_was_not_asked_for_and_a_providers_stop_drops_all(bool isAnswered, int left)
    {
        await using var engine = await StartAsync();
        await CommitAsync(engine, await AcceptAsync(engine, "openid-1"), Decision.Say("答"));
        await engine.Writer.WriteAsync(
            (sql, token) => sql.ExecuteAsync(
                "INSERT INTO outbox (conversation, body, state, messages_sent, attempts, due_at, created_at) VALUES (@key, @body, 0, 0, 0, 0, 0)",
                token, ("key", Messages.Key().ToString()), ("body", BotJson.Write(Reply.OfText("提醒")))),
            Cancel);
        var stop = new Inbound.OptedOut("退订", isAnswered) { Conversation = Messages.Key(), MessageId = "stop", SentAt = engine.Time.GetUtcNow() };
        await engine.Inbox.AcceptAsync(stop, Cancel);
        var consent = isAnswered ? Consent.Barred : Consent.Withdrawn;
        await CommitAsync(
            engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!, Decision.Silence.With(new ConversationEvent.ConsentChanged(consent)));

        var claimed = await engine.Outbox.ClaimDueAsync(10, Cancel);

        Assert.Equal(left, claimed.Count);
        Assert.All(claimed, one => Assert.Equal(("答", ContactKind.OptOut), (one.Item.Reply.ToPlainText(), one.Item.LastContact.Kind)));
        Assert.Equal(consent, (await AcceptAsync(engine, "openid-1")).Conversation.Consent);
    }

    [Fact]
    public async Task Question_after_opting_out_opens_contact_again_and_the_word_is_remembered()
    {
        await using var engine = await StartAsync();
        var stop = new Inbound.OptedOut("退订", Answered: false) { Conversation = Messages.Key(), MessageId = "stop", SentAt = engine.Time.GetUtcNow() };
        await engine.Inbox.AcceptAsync(stop, Cancel);
        await CommitAsync(
            engine, (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!,
            Decision.Silence.With(new ConversationEvent.ConsentChanged(Consent.Withdrawn)));

        await CommitAsync(engine, await AcceptAsync(engine, "openid-1"), Decision.Say("答"));

        var claimed = Assert.Single(await engine.Outbox.ClaimDueAsync(10, Cancel));
        Assert.Equal(ContactKind.Message, claimed.Item.LastContact.Kind);
        Assert.True((await AcceptAsync(engine, "openid-1")).Conversation.OptedOut);
    }

    [Fact]
    public async Task Forgetting_takes_the_conversations_files_too_and_leaves_others()
    {
        await using var engine = await StartAsync();
        await using var context = engine.Database.CreateContext();
        context.Attachments.Add(File("a", Messages.Key()));
        context.Attachments.Add(File("b", Messages.Key("openid-2")));
        await context.SaveChangesAsync(Cancel);

        await CommitAsync(engine, await AcceptAsync(engine, "openid-1"), new Decision { Forget = true });

        Assert.Equal("b", Assert.Single(context.Attachments).Id);
        await engine.Conversations.RemoveAsync(Messages.Key("openid-2"), Cancel);
        Assert.Empty(context.Attachments);
    }

    [Fact]
    public async Task Housekeeping_drops_guesses_sign_ins_and_sessions_that_are_over()
    {
        await using var engine = await StartAsync();
        await using var context = engine.Database.CreateContext();
        var now = engine.Time.GetUtcNow();
        foreach (var (name, at) in new[] { ("old", now.AddDays(-3)), ("new", now.AddHours(1)) })
        {
            var instant = at.ToUnixTimeMilliseconds();
            context.Guesses.Add(new GuessRow { Subject = name, At = instant });
            context.SignIns.Add(new SignInRow { IdHash = name, License = "1", CodeHash = "h", ExpiresAt = instant });
            context.WebSessions.Add(new WebSessionRow { IdHash = name, License = "1", Holder = "m", ChatId = name, ExpiresAt = instant });
        }

        await context.SaveChangesAsync(Cancel);
        await CleanAsync(engine);

        Assert.Equal("new", Assert.Single(context.Guesses).Subject);
        Assert.Equal("new", Assert.Single(context.SignIns).IdHash);
        Assert.Equal("new", Assert.Single(context.WebSessions).IdHash);
    }

    private static AttachmentRow File(string id, ConversationKey key) => new()
    {
        Id = id, Conversation = key.ToString(), ContentType = "image/jpeg", Bytes = [1],
    };

    private static Task CleanAsync(Engine engine) => new Housekeeping(
        engine.Database, engine.Time, Microsoft.Extensions.Logging.Abstractions.NullLogger<Housekeeping>.Instance).CleanAsync(Cancel);

    private static async Task SendCodeAsync(Engine engine) => await CommitAsync(engine, await AcceptAsync(engine, "openid-1"), new Decision
    {
        Code = new CodeToSend(License, BindingCodes.AddressOf("13800001123"), BindingCodes.Message(Dispatching.Phrases, "123456")),
    });

    private static string Said(ThreadEntry entry) =>
        entry.Message is { } message ? Turn.WordsOf(message) : entry.Reply!.ToPlainText();

    private static async Task TalkAsync(Engine engine, ConversationKey key, string words, LicenseNumber? license, string holder)
    {
        var message = Messages.Text(words, Guid.NewGuid().ToString("N")) with { Conversation = key };
        await engine.Inbox.AcceptAsync(message, Cancel);
        var waiting = (await engine.Inbox.NextAsync(key, Cancel))!;
        ConversationEvent[] bound = license is { } number && waiting.Conversation.Retailer != number
            ? [new ConversationEvent.RetailerBound(number, holder)]
            : [];
        var reply = Reply.OfText($"答{words}");
        ConversationEvent[] events =
        [
            .. bound, new ConversationEvent.RetailerWrote(message, null, null), new ConversationEvent.BotReplied(reply, null, true),
        ];
        var after = events.Aggregate(waiting.Conversation, (conversation, next) => conversation.Apply(next));
        await engine.Turns.CommitAsync(new FinishedTurn(waiting, after, events, Decision.Say("答"), reply), Cancel);
    }

    [Fact]
    public async Task Ticket_of_a_stranger_is_found_in_its_conversation_only()
    {
        await using var engine = await StartAsync();
        var tickets = new TicketStore(engine.Database);
        var ticket = new Ticket("1124-0009", TicketKind.Complaint, null, null, "经过", Messages.At, Messages.At.AddHours(8));
        await CommitAsync(engine, await AcceptAsync(engine, "openid-1"), new Decision { Ticket = ticket });

        Assert.NotNull(await tickets.FindOwnAsync("1124-0009", null, Messages.Key(), Cancel));
        Assert.NotNull(await tickets.LatestComplaintAsync(License, Messages.Key(), Cancel));
        Assert.Null(await tickets.FindOwnAsync("1124-0009", null, Messages.Key("openid-2"), Cancel));
    }

    private static async Task OpenTicketAsync(Engine engine, string number, LicenseNumber license, string holder)
    {
        var waiting = await AcceptAsync(engine, number);
        var (at, dueAt) = (engine.Time.GetUtcNow(), engine.Time.GetUtcNow().AddHours(8));
        var ticket = new Ticket(number, TicketKind.Complaint, license, "S01", "经过", at, dueAt) { Attachments = ["photo"] };
        await CommitAsync(
            engine, waiting, new Decision { Ticket = ticket, Events = [new ConversationEvent.RetailerBound(license, holder)] });
    }

    private static async Task<WaitingTurn> AcceptAsync(Engine engine, string sender)
    {
        await engine.Inbox.AcceptAsync(Messages.Text("问", $"{sender}-{Guid.NewGuid():N}", sender), Cancel);
        return (await engine.Inbox.NextAsync(Messages.Key(sender), Cancel))!;
    }

    private static Task<TurnOutcome?> GuessAsync(Engine engine, WaitingTurn waiting, bool isWrong) =>
        CommitAsync(engine, waiting, new Decision { Guess = new Guess(Guesses.At(License), isWrong) });

    private static Task<TurnOutcome?> CommitAsync(Engine engine, WaitingTurn waiting, Decision decision)
    {
        ConversationEvent[] events = [new ConversationEvent.RetailerWrote(waiting.Message, null, null), .. decision.Events];
        var after = events.Aggregate(waiting.Conversation, (conversation, next) => conversation.Apply(next));
        return engine.Turns.CommitAsync(new FinishedTurn(waiting, after, events, decision, decision.Reply), Cancel);
    }
}

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteIdentityStoreTests : IdentityStoreSuite
{
    private protected override Task<Engine> StartAsync() => Engine.OnSqliteAsync();
}

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgresIdentityStoreTests(PostgresServer server) : IdentityStoreSuite
{
    private protected override Task<Engine> StartAsync() => Engine.OnPostgresAsync(server);
}
