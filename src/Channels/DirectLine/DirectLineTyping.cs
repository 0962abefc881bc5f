namespace ServiceBot.Channels.DirectLine;

/// <summary>Shows that an answer is being worked out, while a message waits for it and only then.</summary>
/// <param name="show">Shows one typing activity.</param>
/// <param name="time">For the pauses.</param>
internal sealed class DirectLineTyping(Action<DirectLineActivity> show, TimeProvider time)
{
    // An answer that is there at once needs no announcement; a client forgets one after five seconds.
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(4);
    private const int Most = 8;

    private string? _awaited;

    /// <summary>The bot types until the message of this id is shown; null: it does not.</summary>
    public void Await(string? activityId)
    {
        Volatile.Write(ref _awaited, activityId);
        if (activityId is not null)
        {
            _ = TypeAsync(activityId);
        }
    }

    /// <summary>These are shown now: a message comes back together with its answer.</summary>
    public void Shown(IEnumerable<DirectLineActivity> activities)
    {
        if (Volatile.Read(ref _awaited) is { } awaited && activities.Any(activity => activity.Id == awaited))
        {
            Interlocked.CompareExchange(ref _awaited, null, awaited);
        }
    }

    private async Task TypeAsync(string awaited)
    {
        var pause = First;
        for (var times = 0; times < Most; times++)
        {
            await Task.Delay(pause, time);
            if (!ReferenceEquals(Volatile.Read(ref _awaited), awaited))
            {
                return;
            }

            show(new DirectLineActivity { Type = "typing", Id = DirectLineIds.New(), From = DirectLineRenderer.Bot });
            pause = Again;
        }
    }
}
