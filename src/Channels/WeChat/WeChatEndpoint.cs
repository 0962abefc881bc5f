using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>WeChat's callback: the address check and the pushes.</summary>
internal sealed class WeChatEndpoint(
    WeChatOpener opener,
    WeChatPassiveAnswer answer,
    IInbox inbox,
    IDeliveryReports reports,
    ChannelMetrics metrics,
    TimeProvider time,
    ILogger<WeChatEndpoint> logger)
{
    /// <summary>The callback's path.</summary>
    public const string Path = "/channels/wechat";

    /// <summary>WeChat asks whether the address is ours: the echo goes back as it came, and nothing else.</summary>
    public async Task VerifyAsync(HttpContext context)
    {
        var query = WeChatQuery.From(context.Request.Query);
        if (query.Echo is null || !opener.IsSigned(query))
        {
            Refuse(context, StatusCodes.Status401Unauthorized, "signature");
            return;
        }

        context.Response.ContentType = "text/plain";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        await context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(query.Echo), context.RequestAborted);
    }

    /// <summary>A push.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        var arrivedAt = time.GetTimestamp();
        try
        {
            await ReceiveAsync(context, arrivedAt);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is (OperationCanceledException or IOException))
        {
            logger.HungUp();
        }
    }

    private async Task ReceiveAsync(HttpContext context, long arrivedAt)
    {
        var body = await WeChatBody.ReadAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "too_large");
            return;
        }

        switch (opener.Open(WeChatQuery.From(context.Request.Query), body))
        {
            case WeChatOpening.Refused refused:
                Refuse(context, refused.Status, refused.Reason);
                break;
            case WeChatOpening.Opened opened:
                await HandleAsync(context, opened, arrivedAt);
                break;
        }
    }

    private async Task HandleAsync(HttpContext context, WeChatOpening.Opened opened, long arrivedAt)
    {
        WeChatMeaning meaning;
        try
        {
            meaning = WeChatMapper.Map(opened.Push);
        }
        catch (WeChatFormatException)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "malformed");
            return;
        }

        if (meaning is WeChatMeaning.Message { Inbound: var inbound })
        {
            await TakeMessageAsync(context, opened, inbound, arrivedAt);
        }
        else if (await TryStoreAsync(context, () => TakeNoteAsync(meaning, context.RequestAborted)))
        {
            await WeChatPassiveAnswer.WriteSuccessAsync(context);
        }
    }

    private async Task TakeMessageAsync(
        HttpContext context, WeChatOpening.Opened opened, Inbound inbound, long arrivedAt)
    {
        IAcceptedInbound? accepted = null;
        if (await TryStoreAsync(context, async () => accepted = await inbox.AcceptAsync(
            inbound with { PassiveFor = WeChatPassiveAnswer.KeptForRequests }, context.RequestAborted)))
        {
            metrics.Received(ChannelNames.WeChat, inbound);
            await answer.AnswerAsync(context, opened, inbound, accepted!, arrivedAt);
        }
    }

    private async Task TakeNoteAsync(WeChatMeaning meaning, CancellationToken cancellationToken)
    {
        switch (meaning)
        {
            case WeChatMeaning.Report report:
                await reports.ReportAsync(report.Delivery, cancellationToken);
                metrics.Received(ChannelNames.WeChat, "report");
                break;
            case WeChatMeaning.Notice notice:
                logger.AccountNotice(notice.Event);
                metrics.Received(ChannelNames.WeChat, "notice");
                break;
            case WeChatMeaning.Ignored ignored:
                logger.EventIgnored(ignored.Event);
                metrics.Received(ChannelNames.WeChat, "ignored");
                break;
        }
    }

    /// <summary>The border to the store: whatever fails there, WeChat must send the push again.</summary>
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
            metrics.Refused(ChannelNames.WeChat, "not_stored");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        logger.Refused(status, reason);
        metrics.Refused(ChannelNames.WeChat, reason);
        context.Response.StatusCode = status;
    }
}
