namespace ServiceBot.Channels.Contracts;

/// <summary>What a provider says later about a message we sent.</summary>
/// <param name="Channel">One of <see cref="ChannelNames"/>.</param>
/// <param name="ProviderMessageId">The provider's id of our message.</param>
/// <param name="Delivered">True when it arrived.</param>
/// <param name="Status">The provider's own word.</param>
public sealed record DeliveryReport(string Channel, string ProviderMessageId, bool Delivered, string Status);

/// <summary>Where channels report deliveries.</summary>
public interface IDeliveryReports
{
    /// <summary>Records the report. Unknown ids are ignored; reports may come twice or out of order.</summary>
    Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken);
}
