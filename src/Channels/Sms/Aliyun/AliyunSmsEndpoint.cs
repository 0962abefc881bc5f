using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>Aliyun's pushes: what people wrote, and what became of what we sent, several in one request.</summary>
internal sealed class AliyunSmsEndpoint(
    AliyunGuard guard, IInbox inbox, IDeliveryReports reports, ChannelMetrics metrics, TimeProvider time, ILogger<AliyunSmsEndpoint> logger)
{
    /// <summary>The path of the pushes of messages.</summary>
    public const string MessagesPath = "/channels/sms/up/{secret}";

    /// <summary>The path of the pushes of delivery reports.</summary>
    public const string ReportsPath = "/channels/sms/report/{secret}";

    /// <summary>Largest body taken, in bytes: 1 MiB.</summary>
    public const int LargestBody = 1024 * 1024;

    /// <summary>Most entries in one push.</summary>
    public const int MostEntries = 1000;

    private const string Taken = """{"code":0,"msg":"OK"}""";

    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 8 };

    /// <summary>Messages.</summary>
    public Task ReceiveAsync(HttpContext context) => HandleAsync(context, entry => TakeMessageAsync(entry, context.RequestAborted));

    /// <summary>Delivery reports.</summary>
    public Task ReportAsync(HttpContext context) => HandleAsync(context, entry => TakeReportAsync(entry, context.RequestAborted));

    private async Task HandleAsync(HttpContext context, Func<JsonElement, Task> take)
    {
        try
        {
            if (guard.Fault(context.Connection.RemoteIpAddress, context.GetRouteValue("secret") as string) is { } fault)
            {
                // As any path that is not there: what is wrong would help to guess the rest.
                Refuse(context, StatusCodes.Status404NotFound, fault);
            }
            else if (await CallbackBody.ReadAsync(context.Request, LargestBody, context.RequestAborted) is not { } body)
            {
                Refuse(context, StatusCodes.Status413PayloadTooLarge, "too_large");
            }
            else
            {
                await TakeAllAsync(context, body, take);
            }
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is (OperationCanceledException or IOException))
        {
            logger.HungUp();
        }
    }

    private async Task TakeAllAsync(HttpContext context, byte[] body, Func<JsonElement, Task> take)
    {
        if (Entries(body) is not { } entries)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "malformed");
        }
        else if (entries.Length > MostEntries)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "too_many");
        }
        else if (await TryStoreAsync(context, () => Task.WhenAll(entries.Select(take))))
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(Taken, context.RequestAborted);
        }
    }

    private async Task TakeMessageAsync(JsonElement entry, CancellationToken cancellationToken)
    {
        if (AliyunSmsMapper.MapMessage(entry, time.GetUtcNow()) is not { } inbound)
        {
            // One bad entry must not cost the others: pushed again it would be as bad.
            metrics.Refused(ChannelNames.Sms, "malformed_entry");
            logger.EntryUnreadable();
            return;
        }

        await inbox.AcceptAsync(inbound, cancellationToken);
        metrics.Received(ChannelNames.Sms, inbound);
    }

    private async Task TakeReportAsync(JsonElement entry, CancellationToken cancellationToken)
    {
        if (AliyunSmsMapper.MapReport(entry) is { } report)
        {
            await reports.ReportAsync(report, cancellationToken);
            metrics.Received(ChannelNames.Sms, "report");
        }
        else
        {
            metrics.Received(ChannelNames.Sms, "ignored");
        }
    }

    private static JsonElement[]? Entries(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Bounded);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.Clone().EnumerateArray()] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The border to the store: whatever fails there, Aliyun must push all of it again; what is stored stays stored once.</summary>
    private async Task<bool> TryStoreAsync(HttpContext context, Func<Task> store)
    {
        try
        {
            await store();
            return true;
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.NotStored(exception);
            metrics.Refused(ChannelNames.Sms, "not_stored");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        logger.Refused(status, reason);
        metrics.Refused(ChannelNames.Sms, reason);
        context.Response.StatusCode = status;
    }
}
