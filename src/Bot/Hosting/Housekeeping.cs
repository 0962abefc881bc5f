using Microsoft.EntityFrameworkCore;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Outbox;
using ServiceBot.Bot.Store;

namespace ServiceBot.Bot.Hosting;

/// <summary>Once an hour: drops what the inbox and outbox need no longer, so that neither grows without bound.</summary>
internal sealed partial class Housekeeping(BotDatabase database, TimeProvider time, ILogger<Housekeeping> logger)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    // Providers repeat a message for seconds; a week is generous.
    private static readonly TimeSpan InboxKept = TimeSpan.FromDays(7);
    private static readonly TimeSpan OutboxKept = TimeSpan.FromDays(30);

    // An answer of the bot that could not be sent for so long would only confuse; its figures are old.
    private static readonly TimeSpan WaitingKept = TimeSpan.FromDays(3);

    // They are counted over one day.
    private static readonly TimeSpan CodesKept = TimeSpan.FromDays(2);

    // A complaint is long closed by then.
    private static readonly TimeSpan FilesKept = TimeSpan.FromDays(400);

    // A file may come in before the first message of its conversation.
    private static readonly TimeSpan OrphansKept = TimeSpan.FromDays(2);

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
        var (inboxBefore, codesBefore) = (Before(InboxKept), Before(CodesKept));
        var (outboxBefore, waitingBefore) = (Before(OutboxKept), Before(WaitingKept));
        await context.Inbox.Where(row => row.Done && row.ReceivedAt < inboxBefore).ExecuteDeleteAsync(cancellationToken);
        await context.CodeRequests.Where(row => row.At < codesBefore).ExecuteDeleteAsync(cancellationToken);
        await context.Outbox
            .Where(row => row.State == (short)OutboxState.WaitingForContact && row.CreatedAt < waitingBefore)
            .ExecuteUpdateAsync(
                row => row.SetProperty(outbox => outbox.State, (short)OutboxState.GivenUp).SetProperty(outbox => outbox.Body, ""),
                cancellationToken);
        await context.Outbox
            .Where(row => row.State >= (short)OutboxState.SentPassively && row.CreatedAt < outboxBefore)
            .Where(row => row.State != (short)OutboxState.WaitingForContact)
            .ExecuteDeleteAsync(cancellationToken);
        await CleanFilesAsync(context, cancellationToken);
    }

    /// <summary>Old files, and those of conversations that are gone unless a ticket needs them.</summary>
    private async Task CleanFilesAsync(BotContext context, CancellationToken cancellationToken)
    {
        var tooOld = Attachments.FirstIdOf(time.GetUtcNow() - FilesKept);
        var orphans = Attachments.FirstIdOf(time.GetUtcNow() - OrphansKept);
        await context.Attachments.Where(row => string.Compare(row.Id, tooOld) < 0).ExecuteDeleteAsync(cancellationToken);
        await context.Attachments
            .Where(row => string.Compare(row.Id, orphans) < 0 && !context.Conversations.Any(known => known.Key == row.Conversation))
            .Where(row => !context.Tickets.Any(
                ticket => ticket.Conversation == row.Conversation && ticket.Attachments!.Contains(row.Id)))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private long Before(TimeSpan kept) => (time.GetUtcNow() - kept).ToUnixTimeMilliseconds();

    [LoggerMessage(Level = LogLevel.Error, Message = "Housekeeping failed; the next hour tries again.")]
    private partial void LogFailed(Exception exception);
}
