using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Conversations;

public sealed class ConversationBellsTests
{
    [Fact]
    public async Task Turn_of_this_process_rings_at_once_and_after_its_commit()
    {
        var bells = new ConversationBells();
        await using var dispatching = await Dispatching.StartAsync(
            new FakePolicy(_ => Task.FromResult(Decision.Say("答"))), bells);
        var history = new ConversationHistory(dispatching.Engine.Readers, bells);
        var read = new TaskCompletionSource<HistoryPage>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var elsewhere = new Ringing(bells, Messages.Key("openid-2"));
        using var listener = history.Listen(Messages.Key(), () => _ = Task.Run(
            async () => read.SetResult(await history.ReadAsync(Messages.Key(), 0, 10, TestContext.Current.CancellationToken)),
            TestContext.Current.CancellationToken));

        await await dispatching.AcceptAsync("1");
        var page = await read.Task.WaitAsync(TestContext.Current.CancellationToken);

        Assert.Equal("答", page.Entries[^1].Reply!.ToPlainText());
        Assert.Equal(0, elsewhere.Count);
    }

    [Fact]
    public void Same_version_seen_again_rings_no_more_and_another_does()
    {
        var bells = new ConversationBells();
        using var rung = new Ringing(bells, Messages.Key());

        foreach (var version in new long[] { 3, 3, 5, 5, 1 })
        {
            bells.Seen(Messages.Key().ToString(), version);
        }

        Assert.Equal(3, rung.Count);
    }

    [Fact]
    public void Ring_may_end_its_own_listening()
    {
        var bells = new ConversationBells();
        IDisposable? listener = null;
        listener = bells.Listen(Messages.Key(), () => listener!.Dispose());

        bells.Seen(Messages.Key().ToString(), 1);

        Assert.False(bells.IsAnyoneListening);
    }
}
