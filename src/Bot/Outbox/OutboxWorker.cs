using ServiceBot.Bot.Hosting;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Outbox;

/// <summary>Sends what is due by the channels' APIs, with retries, and leaves the rest for later.</summary>
internal sealed partial class OutboxWorker(
    OutboxStore store, IEnumerable<IReplySender> senders, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int MostAtOnce = 32;

    /// <summary>Tries after which a reply is given up.</summary>
    internal const int MostAttempts = 12;

    /// <summary>The code of a try that broke its sender: before or after the provider took the reply is not known.</summary>
    internal const string SenderFailed = "sender_failed";

    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AfterSenderFailure = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, IReplySender> _senders = senders.ToDictionary(sender => sender.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await store.ClaimDueAsync(MostAtOnce, stoppingToken);
                await Task.WhenAll(claimed.Select(DeliverAsync));
                if (claimed.Count == 0)
                {
                    await signal.WaitAsync(IdleWait, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
#pragma warning disable CA1031 // The outbox worker's border: whatever fails, the replies stay stored and are tried again.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(exception);
                await Task.Delay(AfterFailure, time, stoppingToken);
            }
        }
    }

    private async Task DeliverAsync(ClaimedReply claimed)
    {
        var item = claimed.Item;
        if (claimed.Uncertain)
        {
            BotMetrics.SentAgainUncertain(item.Conversation.Channel);
            LogUncertain(item.Id);
        }

        var result = claimed.Attempts > MostAttempts
            ? new DeliveryResult.GiveUp(0, "too_many_tries")
            : await SendAsync(item);
        var (state, dueAt, code) = Judge(result, claimed.Attempts);
        BotMetrics.Pushed(item.Conversation.Channel, state);
        if (state is OutboxState.GivenUp)
        {
            LogGivenUp(item.Id, item.Conversation.Channel, code);
        }

        await store.FinishAsync(claimed, state, dueAt, result, code, CancellationToken.None);
    }

    /// <summary>
    /// A send under way is not broken off when the program stops: whether it arrived would not be known, and the retailer
    /// would get it twice. The sender's own time limit is short.
    /// </summary>
    private async Task<DeliveryResult> SendAsync(OutboundReply item)
    {
        if (!_senders.TryGetValue(item.Conversation.Channel, out var sender))
        {
            return new DeliveryResult.GiveUp(0, "channel_off");
        }

        try
        {
            return await sender.SendAsync(item, CancellationToken.None);
        }
#pragma warning disable CA1031 // The outbox worker's border: one reply that breaks its sender must not be tried without end.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogSenderFailed(exception, item.Id);
            return new DeliveryResult.Retry(0, AfterSenderFailure, SenderFailed);
        }
    }

    /// <summary>What becomes of a reply after a try.</summary>
    internal (OutboxState State, DateTimeOffset DueAt, string? Code) Judge(DeliveryResult result, int attempts)
    {
        var now = time.GetUtcNow();
        return result switch
        {
            DeliveryResult.Delivered => (OutboxState.Sent, now, null),
            DeliveryResult.Retry retry when attempts < MostAttempts => (OutboxState.Pending, now + retry.After, retry.Code),
            DeliveryResult.Retry retry => (OutboxState.GivenUp, now, retry.Code),
            DeliveryResult.WaitForContact wait => (OutboxState.WaitingForContact, now, wait.Code),
            DeliveryResult.GiveUp giveUp => (OutboxState.GivenUp, now, giveUp.Code),
            _ => throw new InvalidOperationException($"Unknown delivery result {result.GetType().Name}."),
        };
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox worker failed and goes on in a moment.")]
    private partial void LogFailed(Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The sender of reply {Id} failed; it is tried again later.")]
    private partial void LogSenderFailed(Exception exception, long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Id} is sent again: whether the last try arrived is not known.")]
    private partial void LogUncertain(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Id} on {Channel} was given up: {Code}.")]
    private partial void LogGivenUp(long id, string channel, string? code);
}
