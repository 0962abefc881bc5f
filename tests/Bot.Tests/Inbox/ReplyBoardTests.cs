using Microsoft.Extensions.Time.Testing;
using ServiceBot.Bot.Inbox;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Inbox;

public sealed class ReplyBoardTests
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task Turn_that_ends_before_anyone_waits_is_told_to_who_comes_later()
    {
        var board = new ReplyBoard(_time);
        var outcome = new TurnOutcome(7, Reply.OfText("好"));

        board.TurnEnded(1, outcome);
        var entry = board.Arrived(1, runsHere: true);

        Assert.Equal((1, true), (entry.Attempts, entry.RunsHere));
        Assert.Same(outcome, await entry.Outcome.Task);
    }

    [Fact]
    public void Sweep_forgets_what_no_repeat_can_ask_for()
    {
        var board = new ReplyBoard(_time);
        board.TurnEnded(1, new TurnOutcome(null, null));
        _time.Advance(TimeSpan.FromMinutes(2));

        board.Sweep();

        Assert.False(board.Arrived(1, runsHere: false).Outcome.Task.IsCompleted);
    }
}
