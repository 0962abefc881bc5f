using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Outbox;

/// <summary>Keeps what providers say later about replies that they took.</summary>
internal sealed class DeliveryReports(GroupCommit writer) : IDeliveryReports
{
    private const string Note = "UPDATE outbox SET last_code = @status WHERE provider_message_id = @id";

    /// <inheritdoc/>
    public Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken) => writer.WriteAsync(
        (sql, token) => sql.ExecuteAsync(
            Note, token, ("status", $"{(report.Delivered ? "delivered" : "failed")}: {report.Status}"), ("id", report.ProviderMessageId)),
        cancellationToken);
}
