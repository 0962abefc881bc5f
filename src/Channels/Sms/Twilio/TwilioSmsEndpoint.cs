using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Twilio's callbacks for text messages: what people write, and what became of what we sent.</summary>
internal sealed class TwilioSmsEndpoint(
    TwilioCallbacks callbacks,
    IInbox inbox,
    IDeliveryReports reports,
    IOptions<SmsOptions> options,
    ChannelMetrics metrics,
    TimeProvider time,
    ILogger<TwilioSmsEndpoint> logger)
{
    /// <summary>The path of the callback for messages.</summary>
    public const string Path = "/channels/sms";

    /// <summary>The path of the callback for delivery reports.</summary>
    public const string StatusPath = Path + "/status";

    private const string EmptyAnswer = "<Response/>";

    private readonly SmsOptions _options = options.Value;

    /// <summary>A message. Answers go by the REST API: they may take longer than Twilio waits.</summary>
    public Task ReceiveAsync(HttpContext context) => HandleAsync(context, async form =>
    {
        var inbound = TwilioSmsMapper.Map(form, _options.AccountSid, time.GetUtcNow());
        if (inbound is null)
        {
            metrics.Received(ChannelNames.Sms, "ignored");
            return;
        }

        await inbox.AcceptAsync(inbound, context.RequestAborted);
        metrics.Received(ChannelNames.Sms, inbound);
    });

    /// <summary>A delivery report.</summary>
    public Task ReportAsync(HttpContext context) => HandleAsync(context, async form =>
    {
        await reports.ReportAsync(
            TwilioSmsStatus.Read(form, context.Request.Query[TwilioSmsStatus.OutboxField]), context.RequestAborted);
        metrics.Received(ChannelNames.Sms, "report");
    });

    private async Task HandleAsync(HttpContext context, Func<TwilioForm, Task> take)
    {
        try
        {
            if (await callbacks.OpenAsync(context, ChannelNames.Sms, Account()) is { } form && await TryTakeAsync(context, form, take))
            {
                context.Response.ContentType = "text/xml; charset=utf-8";
                await context.Response.WriteAsync(EmptyAnswer, context.RequestAborted);
            }
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is (OperationCanceledException or IOException))
        {
            logger.HungUp();
        }
    }

    /// <summary>The border to the store: whatever fails there, Twilio must go to its retry or its fallback address.</summary>
    private async Task<bool> TryTakeAsync(HttpContext context, TwilioForm form, Func<TwilioForm, Task> take)
    {
        try
        {
            await take(form);
            return true;
        }
        catch (TwilioFormatException)
        {
            callbacks.Refuse(context, ChannelNames.Sms, StatusCodes.Status400BadRequest, "malformed");
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.NotStored(exception);
            metrics.Refused(ChannelNames.Sms, "not_stored");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }

        return false;
    }

    private TwilioAccount Account() => new(_options.AuthToken, _options.PreviousAuthToken, _options.PublicBaseUrl!);
}
