using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Voice;

/// <summary>What the voice channel logs. Never what was keyed in or said, nor a phone number.</summary>
internal static partial class VoiceLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "A caller's step could not be stored; the caller was told to call again later.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "A recording of a caller who hung up could not be stored; answered 503. It is kept at Twilio: {Recording}.")]
    public static partial void RecordingNotStored(this ILogger logger, Exception exception, string? recording);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Twilio hung up before the answer was written.")]
    public static partial void HungUp(this ILogger logger);
}
