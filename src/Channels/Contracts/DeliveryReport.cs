namespace ServiceBot.Channels.Contracts;

/// <summary>What a provider says later about a message we sent.</summary>
/// <param name="Channel">One of <see cref="ChannelNames"/>.</param>
/// <param name="ProviderMessageId">The provider's id of our message.</param>
/// <param name="Stage">How far it got; a later report of an earlier stage changes nothing.</param>
/// <param name="Status">The provider's own word, with its error code if it has one, such as <c>undelivered 30003</c>.</param>
/// <param name="OutboxId">
/// Our own id of the reply (<see cref="OutboundReply.Id"/>) where the provider gives it back: it is known before the
/// provider's id is stored.
/// </param>
public sealed record DeliveryReport(
    string Channel, string ProviderMessageId, DeliveryStage Stage, string Status, long? OutboxId = null);

/// <summary>How far a message got, in order.</summary>
public enum DeliveryStage
{
    /// <summary>Nothing is known.</summary>
    Unknown,

    /// <summary>With the provider.</summary>
    Accepted,

    /// <summary>On its way to the carrier.</summary>
    Sending,

    /// <summary>With the carrier.</summary>
    Sent,

    /// <summary>It will not arrive.</summary>
    Failed,

    /// <summary>On the phone.</summary>
    Delivered,

    /// <summary>Read.</summary>
    Read,
}

/// <summary>Where channels report deliveries.</summary>
public interface IDeliveryReports
{
    /// <summary>Records the report. Unknown ids are ignored; reports may come twice or out of order.</summary>
    Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken);
}
