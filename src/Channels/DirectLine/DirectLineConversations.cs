using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Tokens and conversations.</summary>
internal sealed class DirectLineConversations(
    DirectLineGate gate,
    DirectLineTokens tokens,
    DirectLineTickets tickets,
    DirectLineLinks links,
    IInbox inbox,
    ChannelMetrics metrics,
    IOptions<DirectLineOptions> options,
    TimeProvider time)
{
    private const int LongestUser = 64;
    private const int MostOrigins = 10;

    private readonly Lazy<DirectLineLimit> _starts = new(() => new DirectLineLimit(options.Value.StartsPerMinute, time));

    /// <summary><c>POST /tokens/generate</c>, with the secret: a token for a new conversation.</summary>
    public async Task GenerateAsync(HttpContext context)
    {
        gate.RequireSecret(context);
        var start = await ReadStartAsync(context);
        var pass = new DirectLinePass(DirectLineIds.New(), UserOf(start), 0, OriginsOf(start));
        await WriteAsync(context, StatusCodes.Status200OK, pass, streamUrl: null);
    }

    /// <summary><c>POST /tokens/refresh</c>, with a token that is still good: the same for longer.</summary>
    public Task RefreshAsync(HttpContext context)
    {
        var pass = gate.PassOf(context) ?? throw DirectLineRefusedException.Malformed("The secret needs no refreshing.");
        return WriteAsync(context, StatusCodes.Status200OK, pass, streamUrl: null);
    }

    /// <summary>
    /// <c>POST /conversations</c>: opens the token's conversation, or with the secret a new one. The first time the bot greets,
    /// by the log, so that the greeting is there again whenever the chat is.
    /// </summary>
    public async Task StartAsync(HttpContext context)
    {
        var given = gate.PassOf(context);
        if (given is not null)
        {
            _starts.Value.Count(context.Connection.RemoteIpAddress?.ToString() ?? "");
        }

        var user = UserOf(await ReadStartAsync(context));
        var pass = given ?? new DirectLinePass(DirectLineIds.New(), user, 0);
        pass = pass with { User = pass.User ?? user };
        var isNew = await GreetAsync(pass, context.RequestAborted);
        await WriteAsync(
            context,
            isNew ? StatusCodes.Status201Created : StatusCodes.Status200OK,
            pass,
            StreamOf(context, pass, default(DirectLineWatermark).ToString()));
    }

    /// <summary>
    /// <c>GET /conversations/{id}?watermark=</c>: a fresh stream address, to go on after the watermark. An empty one is
    /// that of a client which has read nothing; none at all asks only for what is new.
    /// </summary>
    public Task ResumeAsync(HttpContext context)
    {
        var pass = gate.PassHere(context);
        var watermark = context.Request.Query.TryGetValue("watermark", out var given)
            ? DirectLineWatermark.Parse(given).ToString()
            : null;
        return WriteAsync(context, StatusCodes.Status200OK, pass, StreamOf(context, pass, watermark));
    }

    /// <summary><c>GET /session/getsessionid</c>, asked by clients with enhanced authentication.</summary>
    public Task SessionAsync(HttpContext context)
    {
        _ = gate.PassOf(context);
        return DirectLineDoor.WriteAsync(
            context, StatusCodes.Status200OK, new DirectLineSession(DirectLineIds.New()), DirectLineJson.Wire.DirectLineSession);
    }

    private static async Task<DirectLineStart?> ReadStartAsync(HttpContext context) =>
        await DirectLineBody.ReadJsonAsync(context.Request, DirectLineJson.Wire.DirectLineStart, context.RequestAborted);

    private static string? UserOf(DirectLineStart? start) => start?.User?.Id switch
    {
        null or "" => null,
        { Length: <= LongestUser } id => id,
        _ => throw DirectLineRefusedException.Malformed($"user.id is at most {LongestUser} characters."),
    };

    private static List<string>? OriginsOf(DirectLineStart? start)
    {
        if (start?.TrustedOrigins is not { Count: > 0 } origins)
        {
            return null;
        }

        var read = origins.Select(DirectLineOrigins.Normalise).OfType<string>().ToList();
        return read.Count == origins.Count && read.Count <= MostOrigins
            ? read
            : throw DirectLineRefusedException.Malformed($"trustedOrigins are at most {MostOrigins}, each like https://shop.example.cn");
    }

    private async Task<bool> GreetAsync(DirectLinePass pass, CancellationToken cancellationToken)
    {
        var start = new Inbound.Followed(null)
        {
            Conversation = tokens.KeyOf(pass.Conversation),
            MessageId = $"{pass.Conversation}:start",
            SentAt = time.GetUtcNow(),
        };
        var isNew = (await inbox.AcceptAsync(start, cancellationToken)).Attempt == 1;
        if (isNew)
        {
            metrics.Received(ChannelNames.Web, start);
        }

        return isNew;
    }

    private string StreamOf(HttpContext context, DirectLinePass pass, string? watermark) =>
        DirectLineLinks.Stream(links.BaseOf(context.Request), pass.Conversation, tickets.Issue(pass), watermark);

    private Task WriteAsync(HttpContext context, int status, DirectLinePass pass, string? streamUrl)
    {
        var token = tokens.Issue(pass);
        return DirectLineDoor.WriteAsync(
            context,
            status,
            new DirectLineConversation(pass.Conversation, token.Token, (int)token.ExpiresIn.TotalSeconds, streamUrl),
            DirectLineJson.Wire.DirectLineConversation);
    }
}
