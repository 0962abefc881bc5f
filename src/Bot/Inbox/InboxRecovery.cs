namespace ServiceBot.Bot.Inbox;

/// <summary>
/// Wakes the conversations whose messages still wait: those of before a restart at once, those that another process
/// accepted and did not finish after a while.
/// </summary>
internal sealed partial class InboxRecovery(
    InboxStore store, ConversationDispatcher dispatcher, ReplyBoard board, TimeProvider time, ILogger<InboxRecovery> logger)
    : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LeftAloneFor = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await dispatcher.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var leftAlone = TimeSpan.Zero;
        using var timer = new PeriodicTimer(LookEvery, time);
        do
        {
            await WakeWaitingAsync(leftAlone, stoppingToken);
            board.Sweep();
            leftAlone = LeftAloneFor;
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task WakeWaitingAsync(TimeSpan leftAlone, CancellationToken cancellationToken)
    {
        try
        {
            var waiting = await store.WaitingAsync(time.GetUtcNow() - leftAlone, cancellationToken);
            waiting.ForEach(dispatcher.Wake);
        }
#pragma warning disable CA1031 // The inbox worker's border: the next look comes in a few seconds.
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Looking for waiting messages failed; the next look comes in a few seconds.")]
    private partial void LogFailed(Exception exception);
}
