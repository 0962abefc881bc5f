using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms;

/// <summary>
/// The seam between the SMS channel and whoever carries its messages: Twilio, or a mainland gateway. One is chosen by
/// <c>Channels:Sms:Provider</c>; its own callbacks are its own affair.
/// </summary>
internal interface ISmsProvider
{
    /// <summary>True when only registered templates go out: a reply is then one message in the form of its notice.</summary>
    bool TemplatesOnly { get; }

    /// <summary>
    /// Hands one message over. Never throws for what the provider answers; the result's count is 1 when it went out and 0
    /// when not.
    /// </summary>
    Task<DeliveryResult> SendAsync(SmsMessage message, CancellationToken cancellationToken);
}

/// <summary>One message on its way out.</summary>
/// <param name="OutboxId">Ours, to come back with its delivery reports.</param>
/// <param name="Phone">11 digits for the mainland, E.164 elsewhere.</param>
/// <param name="Text">The words; no more than the channel's limit.</param>
/// <param name="Notice">The same as a template; null when it has none.</param>
/// <param name="MayHaveArrived">An earlier try may have gone through: ask before sending again.</param>
internal sealed record SmsMessage(long OutboxId, string Phone, string Text, Notice? Notice, bool MayHaveArrived = false);
