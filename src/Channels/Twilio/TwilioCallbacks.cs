using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Twilio;

/// <summary>The door for all of Twilio's callbacks: whatever is refused is answered, counted and logged here.</summary>
internal sealed class TwilioCallbacks(ChannelMetrics metrics, ILogger<TwilioCallbacks> logger)
{
    /// <summary>The callback's fields; null when it was refused, and the response is done.</summary>
    /// <param name="context">The request.</param>
    /// <param name="channel">One of <see cref="Contracts.ChannelNames"/>, for the metrics.</param>
    /// <param name="account">Whose callback it must be.</param>
    public async Task<TwilioForm?> OpenAsync(HttpContext context, string channel, TwilioAccount account)
    {
        switch (await TwilioRequest.ReadAsync(context.Request, account, context.RequestAborted))
        {
            case TwilioReading.Accepted accepted:
                return accepted.Form;
            case TwilioReading.Refused refused:
                Refuse(context, channel, refused.Status, refused.Reason);
                break;
        }

        return null;
    }

    /// <summary>Answers a callback that cannot be used with an empty body.</summary>
    public void Refuse(HttpContext context, string channel, int status, string reason)
    {
        logger.Refused(channel, status, reason);
        metrics.Refused(channel, reason);
        context.Response.StatusCode = status;
    }
}

/// <summary>What Twilio's callbacks log: never a text or a phone number.</summary>
internal static partial class TwilioLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Twilio callback for {Channel} refused with {Status}: {Reason}. If it was Twilio's, compare AuthToken and PublicBaseUrl with the address set in Twilio's console.")]
    public static partial void Refused(this ILogger logger, string channel, int status, string reason);
}
