using ServiceBot.Channels.DirectLine;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineBellTests
{
    [Fact]
    public async Task Rings_while_at_work_are_one_more_piece_of_work_and_none_at_the_same_time()
    {
        var (started, goOn) = (new SemaphoreSlim(0), new SemaphoreSlim(0));
        var (done, atOnce, most) = (0, 0, 0);
        var bell = new DirectLineBell(async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref atOnce));
            started.Release();
            await goOn.WaitAsync(TestContext.Current.CancellationToken);
            Interlocked.Decrement(ref atOnce);
            done++;
        });

        bell.Ring();
        await started.WaitAsync(TestContext.Current.CancellationToken);
        bell.Ring();
        bell.Ring();
        goOn.Release(2);
        await bell.Quiet;
        var afterTheFirst = done;
        bell.Ring();
        goOn.Release();
        await bell.Quiet;

        Assert.Equal((2, 3, 1), (afterTheFirst, done, most));
    }

    [Fact]
    public async Task No_ring_is_lost_among_many_at_once()
    {
        var (wanted, seen) = (0, 0);
        var bell = new DirectLineBell(() =>
        {
            seen = Volatile.Read(ref wanted);
            return Task.CompletedTask;
        });

        await Parallel.ForAsync(0, 10_000, TestContext.Current.CancellationToken, (_, _) =>
        {
            Interlocked.Increment(ref wanted);
            bell.Ring();
            return ValueTask.CompletedTask;
        });
        await bell.Quiet;

        Assert.Equal(10_000, seen);
    }
}
