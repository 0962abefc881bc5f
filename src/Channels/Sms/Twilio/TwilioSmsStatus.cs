using System.Globalization;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Twilio's delivery reports. They come in any order and may be repeated.</summary>
internal static class TwilioSmsStatus
{
    /// <summary>The query field by which a report names our reply.</summary>
    public const string OutboxField = "outbox";

    /// <summary>Reads a report.</summary>
    /// <param name="form">The checked form.</param>
    /// <param name="outbox">The query's <see cref="OutboxField"/>.</param>
    /// <exception cref="TwilioFormatException">A field that every report has is missing.</exception>
    public static DeliveryReport Read(TwilioForm form, string? outbox)
    {
        var status = form.Require("MessageStatus");
        return new DeliveryReport(
            ChannelNames.Sms,
            form.Require("MessageSid"),
            StageOf(status),
            form["ErrorCode"] is { } code ? $"{status} {code}" : status,
            long.TryParse(outbox, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null);
    }

    private static DeliveryStage StageOf(string status) => status.ToLowerInvariant() switch
    {
        "accepted" or "scheduled" or "queued" => DeliveryStage.Accepted,
        "sending" => DeliveryStage.Sending,
        "sent" or "partially_delivered" => DeliveryStage.Sent,
        "delivered" => DeliveryStage.Delivered,
        "undelivered" or "failed" or "canceled" => DeliveryStage.Failed,
        "read" => DeliveryStage.Read,
        _ => DeliveryStage.Unknown,
    };
}
