using ServiceBot.Bot.Store;

namespace ServiceBot.Bot.Conversations;

/// <summary>
/// Rings for what other processes commit: one small query a second for all listeners together, and none while nobody
/// listens.
/// </summary>
internal sealed partial class ConversationWatch(
    ConversationBells bells, ReadSessions readers, TimeProvider time, ILogger<ConversationWatch> logger) : BackgroundService
{
    /// <summary>How often it looks.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // Machines' clocks differ, and a turn carries the time at which it was decided: its commit may have waited for the disk.
    private static readonly TimeSpan Overlap = TimeSpan.FromSeconds(30);

    private const string Changed = "SELECT key, version FROM conversations WHERE updated_at > @since";

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var looked = time.GetUtcNow();
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            looked = await TryLookAsync(looked, stoppingToken);
        }
    }

    /// <summary>One look; returns from when on the next has to see.</summary>
    internal async Task<DateTimeOffset> TryLookAsync(DateTimeOffset looked, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        try
        {
            if (bells.IsAnyoneListening)
            {
                await LookAsync(looked - Overlap, cancellationToken);
            }

            return now;
        }
#pragma warning disable CA1031 // The watch's border: the next look comes in a second, and sees what this one missed.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception);
            return looked;
        }
    }

    private async Task LookAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var changed = await readers.ReadAsync(
            sql => sql.QueryAsync(
                Changed, row => (Key: row.GetString(0), Version: row.GetInt64(1)), cancellationToken,
                ("since", since.ToUnixTimeMilliseconds())),
            cancellationToken);
        changed.ForEach(conversation => bells.Seen(conversation.Key, conversation.Version));
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for what other processes committed failed; the next look comes in a second.")]
    private partial void LogFailed(Exception exception);
}
