using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Qq;

/// <summary>What the QQ channel logs. Never a message's text, a token, a secret or a signature.</summary>
internal static partial class QqLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message =
        "QQ callback refused with {Status}: {Reason}. If it was QQ's, compare Channels:Qq:AppId and Secret with the bot's page, and this machine's clock.")]
    public static partial void Refused(this ILogger logger, int status, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A QQ message could not be stored; answered 503 so that QQ sends it again.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "QQ hung up before the answer was written.")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "QQ refuses this service's AppId and Secret ({Code}). Correct Channels:Qq:AppId and Secret.")]
    public static partial void Unauthorised(this ILogger logger, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "QQ's API answered {Code} to reply {Outbox}.")]
    public static partial void ApiRefused(this ILogger logger, long outbox, int code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "QQ's API was not reached or gave no answer to reply {Outbox}: {Detail}")]
    public static partial void Unreachable(this ILogger logger, long outbox, string detail);
}
