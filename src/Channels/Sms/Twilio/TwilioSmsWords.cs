namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>What a whole message means to Twilio, which then answers by itself: a second answer would be one too many.</summary>
internal enum TwilioKeyword
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>STOP and its like: Twilio refuses everything further with 21610.</summary>
    Stop,

    /// <summary>START and its like.</summary>
    Start,

    /// <summary>HELP and INFO.</summary>
    Help,
}

/// <summary>Twilio's words. None of them can be a word of the bot.</summary>
internal static class TwilioSmsWords
{
    private static readonly HashSet<string> Stop =
        ["STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"];

    private static readonly HashSet<string> Start = ["START", "YES", "UNSTOP"];
    private static readonly HashSet<string> Help = ["HELP", "INFO"];

    /// <summary>The meaning of a message.</summary>
    /// <param name="text">The whole message.</param>
    /// <param name="optOutType">What Twilio itself took it for, where the account has advanced opt-out; null elsewhere.</param>
    public static TwilioKeyword KeywordOf(string text, string? optOutType)
    {
        var word = SmsWords.Fold(optOutType ?? text);
        return Stop.Contains(word) ? TwilioKeyword.Stop
            : Start.Contains(word) ? TwilioKeyword.Start
            : Help.Contains(word) ? TwilioKeyword.Help : TwilioKeyword.None;
    }
}
