using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>What SMS by Twilio logs: never a text, a token or a phone number (Twilio's own words may hold one).</summary>
internal static partial class TwilioSmsLog
{
    [LoggerMessage(Level = LogLevel.Error, Message =
        "A Twilio callback could not be stored; answered 503 so that Twilio tries again or goes to its fallback.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Twilio hung up before the answer was written.")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Twilio refuses this service ({Code}). {Remedy}")]
    public static partial void ConfigurationFault(this ILogger logger, int code, string remedy);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Twilio refused a message: https://www.twilio.com/docs/api/errors/{Code}")]
    public static partial void ApiRefused(this ILogger logger, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "It is uncertain whether Twilio took message {Outbound}: {Detail}. It is looked for before it is sent again.")]
    public static partial void Uncertain(this ILogger logger, long outbound, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Twilio's API was not reached: {Detail}")]
    public static partial void Unreachable(this ILogger logger, string detail);
}
