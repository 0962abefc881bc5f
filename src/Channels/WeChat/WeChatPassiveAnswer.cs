using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// Answers a stored push in WeChat's own request. That way costs nothing, while a message by API costs one of five, so
/// WeChat's repeats are used as further chances.
/// </summary>
internal sealed class WeChatPassiveAnswer(
    IOptions<WeChatOptions> options,
    WeChatReplyRenderer renderer,
    WeChatPassiveWriter writer,
    ChannelMetrics metrics,
    TimeProvider time)
{
    /// <summary>How long a request is kept when another chance may follow: WeChat hangs up before, at 5 s.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(5.5);

    /// <summary>
    /// How long after its arrival a push's answer is kept for WeChat's own requests: three of them, 5 s each.
    /// </summary>
    public static readonly TimeSpan KeptForRequests = TimeSpan.FromSeconds(16);

    // WeChat sends a push three times in all.
    private const int LastSureAttempt = 3;

    /// <summary>Waits for the answer within the budget, writes it, and confirms it once it is written.</summary>
    /// <exception cref="OperationCanceledException">WeChat hung up.</exception>
    public async Task AnswerAsync(
        HttpContext context, WeChatOpening.Opened opened, Inbound inbound, IAcceptedInbound accepted, long arrivedAt)
    {
        var within = Remaining(options.Value.ReplyBudget, arrivedAt);
        switch (await accepted.WaitForReplyAsync(within, context.RequestAborted))
        {
            case PassiveReply.Ready ready:
                await WriteAsync(context, opened, inbound, ready);
                return;
            case PassiveReply.NotYet when accepted.Attempt < LastSureAttempt:
                // An answer now would end the repeats. Silence until WeChat hangs up brings the next one.
                await Task.Delay(Remaining(LongestHold, arrivedAt), time, context.RequestAborted);
                break;
        }

        await WriteSuccessAsync(context);
    }

    /// <summary>Tells WeChat that all is well and nothing follows.</summary>
    public static Task WriteSuccessAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain";
        return context.Response.Body.WriteAsync("success"u8.ToArray(), context.RequestAborted).AsTask();
    }

    private async Task WriteAsync(
        HttpContext context, WeChatOpening.Opened opened, Inbound inbound, PassiveReply.Ready ready)
    {
        var first = renderer.RenderPassive(ready.Reply, inbound.Contact);
        if (first is null)
        {
            await WriteSuccessAsync(context);
            await ready.Confirm(0, true);
            return;
        }

        context.Response.ContentType = WeChatPassiveWriter.ContentType(opened.Push.Format);
        var body = writer.Write(opened, inbound.Conversation, first.Message);
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
        await context.Response.CompleteAsync();
        context.RequestAborted.ThrowIfCancellationRequested();
        metrics.Sent(ChannelNames.WeChat, "passive", "delivered");
        await ready.Confirm(first.Covers, first.Complete);
    }

    private TimeSpan Remaining(TimeSpan total, long arrivedAt)
    {
        var left = total - time.GetElapsedTime(arrivedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }
}
