using ServiceBot.Bot.Store;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Outbox;

/// <summary>Keeps what providers say later about replies that they took: the furthest stage, in whatever order it comes.</summary>
internal sealed class DeliveryReports(GroupCommit writer) : IDeliveryReports
{
    private const string Note = "UPDATE outbox SET delivery_stage = @stage, delivery_status = @status WHERE delivery_stage < @stage AND ";
    private const string NoteOwn = Note + "id = @outboxId";
    private const string NoteTheirs = Note + "provider_message_id = @id";

    /// <inheritdoc/>
    public Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken) => writer.WriteAsync(
        (sql, token) => report.OutboxId is { } outboxId
            ? sql.ExecuteAsync(
                NoteOwn, token, ("stage", (short)report.Stage), ("status", report.Status), ("outboxId", outboxId))
            : sql.ExecuteAsync(
                NoteTheirs, token, ("stage", (short)report.Stage), ("status", report.Status), ("id", report.ProviderMessageId)),
        cancellationToken);
}
