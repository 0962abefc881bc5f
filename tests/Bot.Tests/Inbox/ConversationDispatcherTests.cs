using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Inbox;

public sealed class ConversationDispatcherTests
{
    [Fact]
    public async Task Messages_of_one_conversation_run_in_order_and_one_at_a_time()
    {
        var order = new List<string>();
        var running = 0;
        await using var inbox = await Dispatching.StartAsync(new FakePolicy(async turn =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            await Task.Yield();
            order.Add(turn.Message.MessageId);
            Interlocked.Decrement(ref running);
            return Decision.Say("好");
        }));

        var turns = new List<Task>();
        for (var number = 1; number <= 5; number++)
        {
            turns.Add(await inbox.AcceptAsync($"{number}"));
        }

        await Task.WhenAll(turns);

        Assert.Equal(["1", "2", "3", "4", "5"], order);
    }

    [Fact]
    public async Task Conversations_do_not_wait_for_each_other()
    {
        var second = new TaskCompletionSource();
        await using var inbox = await Dispatching.StartAsync(new FakePolicy(async turn =>
        {
            if (turn.Message.Conversation.Sender == "a")
            {
                await second.Task;
            }

            second.TrySetResult();
            return Decision.Say("好");
        }));

        await Task.WhenAll(await inbox.AcceptAsync("1", "a"), await inbox.AcceptAsync("2", "b"));
    }

    [Fact]
    public async Task Turn_that_fails_twice_is_tried_again_and_answered()
    {
        var tries = 0;
        await using var inbox = await Dispatching.StartAsync(new FakePolicy(_ => ++tries < 3
            ? throw new InvalidOperationException("the tables are away")
            : Task.FromResult(Decision.Say("答"))));

        await inbox.RunClockUntilAsync(await inbox.AcceptAsync("1"));

        Assert.Equal(3, tries);
        Assert.Equal("答", await inbox.AnswerAsync());
    }

    [Fact]
    public async Task Turn_that_keeps_failing_ends_in_an_apology_without_the_cause()
    {
        await using var inbox = await Dispatching.StartAsync(
            new FakePolicy(_ => throw new InvalidOperationException("secret cause")));

        await inbox.RunClockUntilAsync(await inbox.AcceptAsync("1"));

        var answer = await inbox.AnswerAsync();
        Assert.Contains("抱歉", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_the_store_never_takes_ends_in_an_apology_and_the_next_message_is_answered()
    {
        var ticket = new Ticket("1124-0001", TicketKind.Complaint, null, null, "经过", Messages.At, Messages.At);
        await using var inbox = await Dispatching.StartAsync(new FakePolicy(turn => Task.FromResult(
            Decision.Say(turn.Message.MessageId) with { Ticket = turn.Message.MessageId == "3" ? null : ticket })));

        await inbox.RunClockUntilAsync(await inbox.AcceptAsync("1", "a"));
        await inbox.RunClockUntilAsync(await inbox.AcceptAsync("2", "b"));
        await inbox.RunClockUntilAsync(await inbox.AcceptAsync("3", "b"));

        await using var context = inbox.Engine.Database.CreateContext();
        var answers = context.Outbox.OrderBy(row => row.Id).Select(row => row.Body).ToList();
        Assert.Equal(3, answers.Count);
        Assert.Contains("抱歉", answers[1], StringComparison.Ordinal);
        Assert.Contains("\"3\"", answers[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Listener_that_fails_keeps_no_answer_back()
    {
        await using var inbox = await Dispatching.StartAsync(
            new FakePolicy(_ => Task.FromResult(Decision.Say("答"))), new FailingListener());

        await await inbox.AcceptAsync("1");

        Assert.Equal("答", await inbox.AnswerAsync());
    }

    [Fact]
    public async Task Message_that_came_in_while_nobody_woke_runs_at_the_next_wake()
    {
        await using var inbox = await Dispatching.StartAsync(new FakePolicy(_ => Task.FromResult(Decision.Say("答"))));
        var turn = await inbox.AcceptAsync("1", wake: false);

        inbox.Dispatcher.Wake(Messages.Key());

        await turn;
    }

    private sealed class FailingListener : ITurnListener
    {
        public void TurnCommitted(Turn turn, Decision decision, Reply? reply) => throw new InvalidOperationException("no");
    }
}
