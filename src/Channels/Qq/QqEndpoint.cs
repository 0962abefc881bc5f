using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>QQ's callback: the address check and the events. Answers go by API.</summary>
internal sealed partial class QqEndpoint(
    IInbox inbox, IOptions<QqOptions> options, ChannelMetrics metrics, TimeProvider time, ILogger<QqEndpoint> logger)
{
    /// <summary>The callback's path.</summary>
    public const string Path = "/channels/qq";

    /// <summary>Largest body taken, in bytes: 256 KiB. Real events hold a few thousand.</summary>
    public const int LargestBody = 256 * 1024;

    private const int Event = 0;
    private const int AddressCheck = 13;
    private const string Taken = """{"op":12,"d":0}""";
    private const string NotTaken = """{"op":12,"d":1}""";

    private readonly QqOptions _options = options.Value;
    private readonly QqSignature _signature = new(options.Value.Secret);

    /// <summary>A callback.</summary>
    public async Task ReceiveAsync(HttpContext context)
    {
        try
        {
            await OpenAsync(context);
        }
        catch (Exception exception) when (context.RequestAborted.IsCancellationRequested
            && exception is (OperationCanceledException or IOException))
        {
            logger.HungUp();
        }
    }

    private async Task OpenAsync(HttpContext context)
    {
        if (await CallbackBody.ReadAsync(context.Request, LargestBody, context.RequestAborted) is not { } body)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "too_large");
            return;
        }

        var payload = QqPayload.Read(body);
        if (payload is { Operation: AddressCheck })
        {
            await AnswerCheckAsync(context, payload);
        }
        else if (!IsSigned(context.Request, body))
        {
            Refuse(context, StatusCodes.Status401Unauthorized, "signature");
        }
        else if (payload is null)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "malformed");
        }
        else
        {
            await TakeAsync(context, payload);
        }
    }

    private bool IsSigned(HttpRequest request, byte[] body)
    {
        var timestamp = request.Headers["X-Signature-Timestamp"].ToString();
        return long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= _options.ReplayWindow.TotalSeconds
            && _signature.Matches(request.Headers["X-Signature-Ed25519"], timestamp, body);
    }

    /// <summary>
    /// QQ has us sign what it sends to prove that we hold the secret. Whoever asks gets a signature over their words, and
    /// events are signed in the same way; so only what cannot be an event's body is ever signed.
    /// </summary>
    private async Task AnswerCheckAsync(HttpContext context, QqPayload payload)
    {
        var (token, at) = (payload.Text("plain_token"), payload.Text("event_ts"));
        if (!PlainToken().IsMatch(token) || !EventTime().IsMatch(at))
        {
            Refuse(context, StatusCodes.Status400BadRequest, "address_check");
            return;
        }

        metrics.Received(ChannelNames.Qq, "address_check");
        await context.Response.WriteAsJsonAsync(new CheckAnswer(token, _signature.Sign(at + token)), context.RequestAborted);
    }

    private async Task TakeAsync(HttpContext context, QqPayload payload)
    {
        Inbound? inbound;
        try
        {
            inbound = payload.Operation == Event ? QqMapper.Map(payload, _options.AppId, time.GetUtcNow()) : null;
        }
        catch (QqFormatException)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "malformed");
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(await TryStoreAsync(context, inbound) ? Taken : NotTaken, context.RequestAborted);
    }

    /// <summary>The border to the store: whatever fails there, QQ must send the event again.</summary>
    private async Task<bool> TryStoreAsync(HttpContext context, Inbound? inbound)
    {
        if (inbound is null)
        {
            metrics.Received(ChannelNames.Qq, "ignored");
            return true;
        }

        try
        {
            await inbox.AcceptAsync(inbound, context.RequestAborted);
            metrics.Received(ChannelNames.Qq, inbound);
            return true;
        }
        catch (Exception exception) when (!context.RequestAborted.IsCancellationRequested)
        {
            logger.NotStored(exception);
            metrics.Refused(ChannelNames.Qq, "not_stored");
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return false;
        }
    }

    private void Refuse(HttpContext context, int status, string reason)
    {
        logger.Refused(status, reason);
        metrics.Refused(ChannelNames.Qq, reason);
        context.Response.StatusCode = status;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex PlainToken();

    [GeneratedRegex(@"^[0-9]{1,13}\z")]
    private static partial Regex EventTime();

#pragma warning disable IDE1006, SA1300 // The wire's names.
    private sealed record CheckAnswer(string plain_token, string signature);
#pragma warning restore IDE1006, SA1300
}
