using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.WeChat;

/// <summary>What the WeChat channel logs. Never a message's text, a token, a secret or the right signature.</summary>
internal static partial class WeChatLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message =
        "WeChat callback refused with {Status}: {Reason}. If it was WeChat's, compare Token, EncodingAesKey, AppId and Mode with the account's console, and this machine's clock.")]
    public static partial void Refused(this ILogger logger, int status, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "A WeChat message could not be stored; answered 503 so that WeChat sends it again.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "WeChat hung up before the answer was written.")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The WeChat account has news for its operator: {Event}. Open the account's console.")]
    public static partial void AccountNotice(this ILogger logger, string @event);

    [LoggerMessage(Level = LogLevel.Debug, Message = "WeChat event {Event} needs nothing.")]
    public static partial void EventIgnored(this ILogger logger, string @event);

    [LoggerMessage(Level = LogLevel.Error, Message =
        "WeChat's API refuses this service ({Code}): {Detail}. {Remedy}")]
    public static partial void ConfigurationFault(this ILogger logger, int code, string detail, string remedy);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WeChat's API answered {Code}: {Detail}")]
    public static partial void ApiRefused(this ILogger logger, int code, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "It is uncertain whether WeChat took message {Outbound}: {Detail}. It is sent again, so it may arrive twice.")]
    public static partial void Uncertain(this ILogger logger, long outbound, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "WeChat's API was not reached: {Detail}")]
    public static partial void Unreachable(this ILogger logger, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The shared place for access tokens is down; this process takes its own.")]
    public static partial void SharedTokensDown(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "New WeChat access token, used until {ExpiresAt:u}.")]
    public static partial void TokenRefreshed(this ILogger logger, DateTimeOffset expiresAt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A web sign-in's code was not good ({Code}).")]
    public static partial void SignInCodeSpent(this ILogger logger, int code);
}
