using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Hosting;
using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Fixtures;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>The inbox worker of one process on a real store, with a policy of the test's own. Messages are pictures: no words.</summary>
internal sealed class Dispatching : IAsyncDisposable
{
    private readonly OutboxSignal _signal;

    private Dispatching(Engine engine, IPolicy policy, IEnumerable<ITurnListener> listeners)
    {
        Engine = engine;
        _signal = new OutboxSignal(engine.Time);
        Board = new ReplyBoard(engine.Time);
        var runner = new TurnRunner(
            engine.Inbox,
            engine.Turns,
            new TurnDecider([policy], null!, new IdentityStep(null!, Phrases), Phrases, engine.Time),
            new ReplyFitter(Phrases),
            Board,
            _signal,
            listeners,
            engine.Time,
            NullLogger<TurnRunner>.Instance);
        Dispatcher = new ConversationDispatcher(runner, engine.Time, NullLogger<ConversationDispatcher>.Instance);
    }

    public static PhraseBook Phrases { get; } = PhraseFile.Load(Path.Combine(TestEnvironment.Root, "config"));

    public Engine Engine { get; }

    public ReplyBoard Board { get; }

    public ConversationDispatcher Dispatcher { get; }

    public static async Task<Dispatching> StartAsync(IPolicy policy, params IEnumerable<ITurnListener> listeners) =>
        new(await Engine.OnSqliteAsync(), policy, listeners);

    /// <summary>Accepts a picture as the channel would; the result completes with its turn.</summary>
    public async Task<Task<TurnOutcome>> AcceptAsync(string id, string sender = "openid-1", bool wake = true)
    {
        var picture = new Inbound.Picture(null, null)
        {
            Conversation = Messages.Key(sender), MessageId = id, SentAt = Messages.At,
        };
        var (seq, _) = await Engine.Inbox.AcceptAsync(picture, TestContext.Current.CancellationToken);
        var entry = Board.Arrived(seq, runsHere: true);
        if (wake)
        {
            Dispatcher.Wake(picture.Conversation);
        }

        return entry.Outcome.Task;
    }

    /// <summary>Lets the clock run, so that back-offs end, until the task has.</summary>
    public async Task RunClockUntilAsync(Task task)
    {
        while (!task.IsCompleted)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            Engine.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await task;
    }

    /// <summary>What is on its way out to the sender.</summary>
    public async Task<string> AnswerAsync() =>
        Assert.Single(await Engine.Outbox.ClaimDueAsync(10, TestContext.Current.CancellationToken)).Item.Reply.ToPlainText();

    public async ValueTask DisposeAsync()
    {
        await Dispatcher.StopAsync(CancellationToken.None);
        Dispatcher.Dispose();
        _signal.Dispose();
        await Engine.DisposeAsync();
    }
}

/// <summary>A policy that is a function.</summary>
internal sealed class FakePolicy(Func<Turn, Task<Decision>> decide) : IPolicy
{
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken) => await decide(turn);
}
