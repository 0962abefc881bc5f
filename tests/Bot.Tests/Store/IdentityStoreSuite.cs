using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Inbox;
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
    public async Task Wrong_guesses_of_many_conversations_at_once_stop_at_the_limit()
    {
        await using var engine = await StartAsync();
        var waiting = new List<WaitingTurn>();
        for (var number = 0; number < Guesses.MostPerDay + 3; number++)
        {
            waiting.Add(await AcceptAsync(engine, $"openid-{number}"));
        }

        var outcomes = await Task.WhenAll(waiting.Select(turn => GuessAsync(engine, turn, isWrong: true)));

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
