using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;

namespace ServiceBot.Bot.Hosting;

/// <summary>Once an hour: drops what is needed no longer, so that no table grows without bound.</summary>
internal sealed partial class Housekeeping(BotDatabase database, TimeProvider time, ILogger<Housekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Providers repeat a message for seconds; a week is generous.
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(30);

    // An answer of the bot that could not be sent for so long would only confuse; its figures are old.
    private static readonly TimeSpan WaitingKept = TimeSpan.FromDays(3);

    // Codes and failed tries are counted over one day.
    private static readonly TimeSpan CountedKept = TimeSpan.FromDays(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await CleanAsync(stoppingToken);
            }
#pragma warning disable CA1031 // A housekeeping border: the next hour tries again.
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
#pragma warning restore CA1031
            {
                LogFailed(exception);
            }
        }
    }

    /// <summary>One round.</summary>
    internal async Task CleanAsync(CancellationToken cancellationToken)
    {
        await using var context = database.CreateContext();
        var (inboxBefore, countedBefore) = (Before(InboxKept), Before(CountedKept));
        var (outboxBefore, waitingBefore) = (Before(OutboxKept), Before(WaitingKept));
        await context.Inbox.Where(row => row.Done && row.ReceivedAt < inboxBefore).ExecuteDeleteAsync(cancellationToken);
        await context.CodeRequests.Where(row => row.At < countedBefore).ExecuteDeleteAsync(cancellationToken);
        await context.Guesses.Where(row => row.At < countedBefore).ExecuteDeleteAsync(cancellationToken);
        await CleanSignInsAsync(context, cancellationToken);
        await context.Outbox
            .Where(row => row.State == (short)OutboxState.WaitingForContact && row.CreatedAt < waitingBefore)
            .ExecuteUpdateAsync(
                row => row.SetProperty(outbox => outbox.State, (short)OutboxState.GivenUp).SetProperty(outbox => outbox.Body, ""),
                cancellationToken);
        await ForgetCodesAsync(context, cancellationToken);
        await context.Outbox
            .Where(row => row.State >= (short)OutboxState.SentPassively && row.CreatedAt < outboxBefore)
            .Where(row => row.State != (short)OutboxState.WaitingForContact)
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>A code that could not be sent is not kept readable.</summary>
    private async Task ForgetCodesAsync(BotContext context, CancellationToken cancellationToken)
    {
        var (prefix, before) = (BindingCodes.AddressPrefix, Before(BindingCodes.Lifetime));
        await context.Outbox
            .Where(row => row.CreatedAt < before && row.Body != "" && row.Conversation.StartsWith(prefix))
            .Where(row => row.State == (short)OutboxState.WaitingForContact)
            .ExecuteUpdateAsync(
                row => row.SetProperty(outbox => outbox.State, (short)OutboxState.GivenUp).SetProperty(outbox => outbox.Body, ""),
                cancellationToken);
    }

    /// <summary>Sign-ins and sessions of the web pages that are over.</summary>
    private async Task CleanSignInsAsync(BotContext context, CancellationToken cancellationToken)
    {
        var now = Before(TimeSpan.Zero);
        await context.SignIns.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
        await context.WebSessions.Where(row => row.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
    }

    private long Before(TimeSpan kept) => (time.GetUtcNow() - kept).ToUnixTimeMilliseconds();

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed; the next hour tries again.")]
    private partial void LogFailed(Exception exception);
}
