using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Outbox;

public sealed class OutboxWorkerTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<DeliveryResult, int, OutboxStateName, int> Results => new()
    {
        { new DeliveryResult.Delivered(1), 1, OutboxStateName.Sent, 0 },
        { new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), "-1"), 1, OutboxStateName.Pending, 30 },
        { new DeliveryResult.Retry(0, TimeSpan.FromSeconds(30), "-1"), 12, OutboxStateName.GivenUp, 0 },
        { new DeliveryResult.WaitForContact(0, "45015"), 1, OutboxStateName.WaitingForContact, 0 },
        { new DeliveryResult.GiveUp(0, "40003"), 1, OutboxStateName.GivenUp, 0 },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public void Judge_every_result(DeliveryResult result, int attempts, OutboxStateName state, int dueInSeconds)
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(Messages.At);
        using var signal = new OutboxSignal(time);
        using var worker = new OutboxWorker(null!, [], signal, time, NullLogger<OutboxWorker>.Instance);

        var judged = worker.Judge(result, attempts);

        Assert.Equal(state.ToString(), judged.State.ToString());
        Assert.Equal(Messages.At.AddSeconds(dueInSeconds), judged.DueAt);
    }

    [Fact]
    public async Task Reply_that_breaks_its_sender_is_tried_again_later_and_given_up_in_the_end()
    {
        await using var engine = await Engine.OnSqliteAsync();
        var sender = new FakeSender(_ => throw new InvalidOperationException("broken"));
        await AnswerAsync(engine);
        using var signal = new OutboxSignal(engine.Time);
        using var worker = new OutboxWorker(engine.Outbox, [sender], signal, engine.Time, NullLogger<OutboxWorker>.Instance);

        await worker.StartAsync(Cancel);
        while (await StateAsync(engine) != OutboxState.GivenUp)
        {
            Cancel.ThrowIfCancellationRequested();
            engine.Time.Advance(TimeSpan.FromSeconds(5));
            await Task.Yield();
        }

        await worker.StopAsync(Cancel);
        Assert.Equal(OutboxWorker.MostAttempts, sender.Tries);
    }

    [Fact]
    public async Task Send_under_way_is_finished_when_the_program_stops()
    {
        await using var engine = await Engine.OnSqliteAsync();
        var (begun, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var sender = new FakeSender(async token =>
        {
            begun.SetResult();
            await finish.Task.WaitAsync(token);
            return new DeliveryResult.Delivered(1);
        });
        await AnswerAsync(engine);
        using var signal = new OutboxSignal(engine.Time);
        using var worker = new OutboxWorker(engine.Outbox, [sender], signal, engine.Time, NullLogger<OutboxWorker>.Instance);

        await worker.StartAsync(Cancel);
        await begun.Task;
        var stopping = worker.StopAsync(Cancel);
        finish.SetResult();
        await stopping;

        Assert.Equal(OutboxState.Sent, await StateAsync(engine));
    }

    private static async Task AnswerAsync(Engine engine)
    {
        await engine.Inbox.AcceptAsync(Messages.Text("问"), Cancel);
        var waiting = (await engine.Inbox.NextAsync(Messages.Key(), Cancel))!;
        await engine.Turns.CommitAsync(
            new FinishedTurn(waiting, waiting.Conversation, [], Decision.Say("答"), Reply.OfText("答")), Cancel);
    }

    private static Task<OutboxState> StateAsync(Engine engine) => engine.Readers.ReadAsync(
        async sql => (OutboxState)(long)(await sql.ScalarAsync("SELECT state FROM outbox", Cancel))!, Cancel);

    /// <summary>The names of <see cref="OutboxState"/>, which a public test cannot name.</summary>
    public enum OutboxStateName
    {
        Pending,
        Sent,
        WaitingForContact,
        GivenUp,
    }

    private sealed class FakeSender(Func<CancellationToken, Task<DeliveryResult>> send) : IReplySender
    {
        public int Tries { get; private set; }

        public string Channel => ChannelNames.WeChat;

        public ReplyWindow WindowAfter(Contact contact) => ReplyWindow.Open;

        public Task<DeliveryResult> SendAsync(OutboundReply outbound, CancellationToken cancellationToken)
        {
            Tries++;
            return send(cancellationToken);
        }
    }
}
