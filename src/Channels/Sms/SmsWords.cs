namespace ServiceBot.Channels.Sms;

/// <summary>What a whole message says about receiving messages.</summary>
internal enum SmsConsent
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>No more messages.</summary>
    OptOut,

    /// <summary>Messages again.</summary>
    OptIn,
}

/// <summary>
/// The words by which people in China end and resume messages (回T退订). No provider answers them: we honour them ourselves.
/// </summary>
internal static class SmsWords
{
    private static readonly HashSet<string> OptOut = ["退订", "TD", "T"];
    private static readonly HashSet<string> OptIn = ["恢复", "恢复订阅", "开通"];

    /// <summary>What the message says, whatever its case and width.</summary>
    public static SmsConsent ConsentOf(string text)
    {
        var word = Fold(text);
        return OptOut.Contains(word) ? SmsConsent.OptOut : OptIn.Contains(word) ? SmsConsent.OptIn : SmsConsent.None;
    }

    /// <summary>Half width, upper case, without spaces and full stops at the ends.</summary>
    public static string Fold(string text) =>
        string.Concat(text.Select(HalfWidth)).ToUpperInvariant().Trim(' ', '\t', '\r', '\n', '.', '。', '!');

    private static char HalfWidth(char character) => character switch
    {
        '\u3000' => ' ',
        >= '\uff01' and <= '\uff5e' => (char)(character - 0xfee0),
        _ => character,
    };
}
