using System.Globalization;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Sends text messages through Twilio, and sorts what it answers.</summary>
internal sealed class TwilioSmsProvider(
    TwilioApiClient api, SmsMetrics metrics, TimeProvider time, ILogger<TwilioSmsProvider> logger) : ISmsProvider
{
    /// <summary>How far back an earlier try of a message can be: all tries of the outbox while Twilio does not answer.</summary>
    private static readonly TimeSpan LooksBack = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan UncertainPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan UnreachablePause = TimeSpan.FromSeconds(10);

    /// <inheritdoc/>
    public bool TemplatesOnly => false;

    /// <inheritdoc/>
    public async Task<DeliveryResult> SendAsync(SmsMessage message, CancellationToken cancellationToken)
    {
        if (SmsPhone.ToE164(message.Phone) is not { } to)
        {
            return new DeliveryResult.GiveUp(0, "not_a_phone");
        }

        // Twilio has no key by which a repeat is dropped.
        if (message.MayHaveArrived
            && await api.FindAsync(to, message.Text, time.GetUtcNow() - LooksBack, cancellationToken) is var found and not TwilioApiOutcome.NotThere)
        {
            return found is TwilioApiOutcome.Accepted ? Sort(message, found) : new DeliveryResult.Retry(0, UncertainPause, DeliveryCodes.Uncertain);
        }

        return Sort(message, await api.CreateAsync(to, message.Text, message.OutboxId, cancellationToken));
    }

    private DeliveryResult Sort(SmsMessage message, TwilioApiOutcome outcome)
    {
        switch (outcome)
        {
            case TwilioApiOutcome.Accepted accepted:
                metrics.Sent(SmsSegments.Count(message.Text));
                return new DeliveryResult.Delivered(1, accepted.MessageSid);
            case TwilioApiOutcome.Refused refused:
                return Sort(refused);
            case TwilioApiOutcome.Unreachable unreachable:
                logger.Unreachable(unreachable.Detail);
                return new DeliveryResult.Retry(0, UnreachablePause, "unreachable");
            case TwilioApiOutcome.Uncertain uncertain:
                logger.Uncertain(message.OutboxId, uncertain.Detail);
                return new DeliveryResult.Retry(0, UncertainPause, DeliveryCodes.Uncertain);
            default:
                throw new InvalidOperationException($"Creating a message cannot end in {outcome.GetType().Name}.");
        }
    }

    private DeliveryResult Sort(TwilioApiOutcome.Refused refused)
    {
        if (TwilioErrors.RemedyOf(refused.Code) is { } remedy)
        {
            logger.ConfigurationFault(refused.Code, remedy);
        }
        else
        {
            logger.ApiRefused(refused.Code);
        }

        var name = refused.Code.ToString(CultureInfo.InvariantCulture);
        return TwilioErrors.PauseAfter(refused.Code) is { } pause
            ? new DeliveryResult.Retry(0, Spread(refused.After ?? pause), name)
            : new DeliveryResult.GiveUp(0, name);
    }

    /// <summary>Up to half as long again, so that what was refused together does not come back together.</summary>
    private static TimeSpan Spread(TimeSpan pause) => pause * (1 + (Random.Shared.NextDouble() / 2));
}
