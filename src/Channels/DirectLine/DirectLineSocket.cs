using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.DirectLine;

/// <summary><c>GET /conversations/{id}/stream?t=&amp;watermark=</c>: the socket.</summary>
internal sealed class DirectLineSocket(
    DirectLineTickets tickets,
    DirectLineStreams streams,
    DirectLineTranscript transcript,
    DirectLineLinks links,
    TimeProvider time,
    ILogger<DirectLineSocket> logger)
{
    /// <summary>Lets a socket in and serves it to its end.</summary>
    public async Task OpenAsync(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            throw DirectLineRefusedException.Malformed("This address is for a WebSocket.");
        }

        var pass = tickets.Read(context.Request.Query["t"].ToString());
        if (pass.Conversation != DirectLineGate.ConversationOf(context.Request))
        {
            throw DirectLineRefusedException.OtherConversation();
        }

        DirectLineGate.RequireOrigin(pass, DirectLineOrigins.Of(context.Request));
        streams.RequireRoom();
        await tickets.UseAsync(pass, context.RequestAborted);
        await ServeAsync(context, pass);
    }

    private async Task ServeAsync(HttpContext context, DirectLinePass pass)
    {
        // Their own pings would be a timer each; the empty frames of all sockets share one.
        using var socket = await context.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = Timeout.InfiniteTimeSpan });
        var query = context.Request.Query;
        using var stream = new DirectLineStream(
            socket,
            transcript,
            new DirectLineView(pass.Conversation, links.BaseOf(context.Request)),
            query.TryGetValue("watermark", out var watermark) ? DirectLineWatermark.Parse(watermark) : null,
            time,
            logger);
        await streams.RunAsync(stream);
    }
}
