using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.DirectLine;

/// <summary>What the channel logs. Never a message's text, a token, an address with a ticket, or the secret.</summary>
internal static partial class DirectLineLog
{
    [LoggerMessage(Level = LogLevel.Information, Message = "A Direct Line request was refused with {Status}: {Reason}.")]
    public static partial void Refused(this ILogger logger, int status, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "A Direct Line request failed; answered 503, so that the message shows as unsent.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A conversation could not be read; an empty answer keeps the client polling.")]
    public static partial void NotRead(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A Direct Line client hung up.")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Debug, Message = "A stream was cut: its client does not read, or is gone.")]
    public static partial void Cut(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The shared place for used stream addresses is down; until it is back each process knows only its own.")]
    public static partial void SharedTicketsDown(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "Closing {Count} streams; their clients come back elsewhere.")]
    public static partial void ClosingAll(this ILogger logger, int count);
}
