using System.Collections.Concurrent;

namespace ServiceBot.Channels.DirectLine;

/// <summary>So many a minute for each; counts are of this process, and begin anew with every minute of the clock.</summary>
internal sealed class DirectLineLimit(int perMinute, TimeProvider time)
{
    private Minute _minute = new(0);

    /// <summary>Counts one more.</summary>
    /// <exception cref="DirectLineRefusedException">It was one too many.</exception>
    public void Count(string who)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds() / 60;
        var minute = _minute;
        if (minute.Number != now)
        {
            // Two that meet here may each begin a minute; a count or two too few does no harm.
            _minute = minute = new Minute(now);
        }

        if (minute.Counts.AddOrUpdate(who, 1, (_, count) => count + 1) > perMinute)
        {
            throw DirectLineRefusedException.TooMany();
        }
    }

    private sealed record Minute(long Number)
    {
        public ConcurrentDictionary<string, int> Counts { get; } = new(StringComparer.Ordinal);
    }
}
