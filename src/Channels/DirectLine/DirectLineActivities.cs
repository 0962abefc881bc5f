using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>What is said: by posting, and for clients without a socket by polling.</summary>
internal sealed class DirectLineActivities(
    DirectLineGate gate,
    DirectLineReceiver receiver,
    DirectLineTranscript transcript,
    DirectLineLinks links,
    ChannelMetrics metrics,
    ILogger<DirectLineActivities> logger)
{
    /// <summary><c>POST /conversations/{id}/activities</c>.</summary>
    public async Task PostAsync(HttpContext context)
    {
        var pass = gate.PassHere(context);
        receiver.Count(pass);
        var activity = await DirectLineBody.ReadJsonAsync(
            context.Request, DirectLineJson.Wire.DirectLineActivity, context.RequestAborted)
            ?? throw DirectLineRefusedException.Missing("type");
        var id = await receiver.TakeAsync(pass, activity, [], context.RequestAborted);
        await DirectLineDoor.WriteAsync(
            context, StatusCodes.Status200OK, new DirectLineResource(id), DirectLineJson.Wire.DirectLineResource);
    }

    /// <summary><c>GET /conversations/{id}/activities?watermark=</c>.</summary>
    public async Task PollAsync(HttpContext context)
    {
        var pass = gate.PassHere(context);
        var view = new DirectLineView(pass.Conversation, links.BaseOf(context.Request));
        var after = DirectLineWatermark.Parse(context.Request.Query["watermark"]);
        var page = await ReadAsync(context, view, after);
        await DirectLineDoor.WriteAsync(
            context,
            StatusCodes.Status200OK,
            new DirectLineActivitySet(page.Activities, page.Next.ToString()),
            DirectLineJson.Wire.DirectLineActivitySet);
    }

    /// <summary>The border to the store: one error, and the client would never poll again.</summary>
    private async Task<DirectLinePage> ReadAsync(HttpContext context, DirectLineView view, DirectLineWatermark after)
    {
        try
        {
            return await transcript.ReadAsync(view, after, context.RequestAborted);
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.NotRead(exception);
            metrics.Refused(ChannelNames.Web, "not_read");
            return new DirectLinePage([], after, IsLast: true);
        }
    }
}
