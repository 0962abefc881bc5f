using ServiceBot.Bot.Hosting;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Outbox;

/// <summary>Sends what is due by the channels' APIs, with retries, and leaves the rest for later.</summary>
internal sealed partial class OutboxWorker(
    OutboxStore store, IEnumerable<IReplySender> senders, OutboxSignal signal, TimeProvider time, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    private const int MostAtOnce = 32;
    private const int MostAttempts = 12;

    private static readonly TimeSpan IdleWait = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(2);

    private readonly Dictionary<string, IReplySender> _senders = senders.ToDictionary(sender => sender.Channel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var claimed = await store.ClaimDueAsync(MostAtOnce, stoppingToken);
                await Task.WhenAll(claimed.Select(reply => DeliverAsync(reply, stoppingToken)));
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

    private async Task DeliverAsync(ClaimedReply claimed, CancellationToken cancellationToken)
    {
        var item = claimed.Item;
        if (claimed.Uncertain)
        {
            BotMetrics.SentAgainUncertain(item.Conversation.Channel);
            LogUncertain(item.Id);
        }

        var result = _senders.TryGetValue(item.Conversation.Channel, out var sender)
            ? await sender.SendAsync(item, cancellationToken)
            : new DeliveryResult.GiveUp(0, "channel_off");
        var (state, dueAt, code) = Judge(result, claimed.Attempts);
        BotMetrics.Pushed(item.Conversation.Channel, state);
        if (state is OutboxState.GivenUp)
        {
            LogGivenUp(item.Id, item.Conversation.Channel, code);
        }

        await store.FinishAsync(item, state, dueAt, result, code, CancellationToken.None);
    }

    private (OutboxState State, DateTimeOffset DueAt, string? Code) Judge(DeliveryResult result, int attempts)
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

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Id} is sent again: whether the last try arrived is not known.")]
    private partial void LogUncertain(long id);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Reply {Id} on {Channel} was given up: {Code}.")]
    private partial void LogGivenUp(long id, string channel, string? code);
}
