using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.Sms.Aliyun;

/// <summary>What SMS by Aliyun logs: never a text, a secret or a phone number.</summary>
internal static partial class AliyunSmsLog
{
    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Aliyun callback refused with {Status}: {Reason}. If it was Aliyun's, compare Channels:Sms:Aliyun:ReceiveSecret and AllowedAddresses with its console.")]
    public static partial void Refused(this ILogger logger, int status, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "An entry of an Aliyun push holds no phone or no words; the others were taken.")]
    public static partial void EntryUnreadable(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "An Aliyun push could not be stored; answered 503 so that Aliyun pushes it again.")]
    public static partial void NotStored(this ILogger logger, Exception exception);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Aliyun hung up before the answer was written.")]
    public static partial void HungUp(this ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "Aliyun refuses this service ({Code}). Correct the account, the signature or the template in Aliyun's console, or Channels:Sms:Aliyun.")]
    public static partial void ConfigurationFault(this ILogger logger, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Aliyun refused message {Outbox}: {Code}.")]
    public static partial void ApiRefused(this ILogger logger, long outbox, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is uncertain whether Aliyun took message {Outbox}: {Detail}. It is looked for before it is sent again.")]
    public static partial void Uncertain(this ILogger logger, long outbox, string detail);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Aliyun's API was not reached: {Detail}")]
    public static partial void Unreachable(this ILogger logger, string detail);

    [LoggerMessage(Level = LogLevel.Error, Message = "Reply {Outbox} has no template in Channels:Sms:Aliyun:Templates, not even 'answer', so it cannot go out.")]
    public static partial void NoTemplate(this ILogger logger, long outbox);
}
