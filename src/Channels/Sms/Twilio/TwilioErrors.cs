namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>What Twilio's error codes mean for a message that was to go out. Those not named here are given up.</summary>
internal static class TwilioErrors
{
    /// <summary>Longest wait for a person to put a setting right before the message is tried again.</summary>
    public static readonly TimeSpan OperatorPause = TimeSpan.FromMinutes(10);

    /// <summary>How long to wait before another try; null when the code is not one that passes by itself.</summary>
    public static TimeSpan? PauseAfter(int code) => code switch
    {
        20429 => TimeSpan.FromSeconds(10),
        30001 => TimeSpan.FromMinutes(1),
        20003 or 20404 or 30002 => OperatorPause,
        _ => null,
    };

    /// <summary>What the operator must do, or null when the code is not about the set-up.</summary>
    public static string? RemedyOf(int code) => code switch
    {
        20003 => "Correct Channels:Sms:AccountSid and AuthToken.",
        20404 => "Correct Channels:Sms:AccountSid, MessagingServiceSid and ApiBaseUrl.",
        21408 => "Allow the region in the console's messaging geographic permissions.",
        21606 => "Channels:Sms:From is not a number of this account that can send text messages.",
        21608 => "A trial account sends to verified numbers only: upgrade it.",
        30002 => "The account is suspended: see its console.",
        _ => null,
    };
}
