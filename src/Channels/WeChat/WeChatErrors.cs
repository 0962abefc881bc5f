namespace ServiceBot.Channels.WeChat;

/// <summary>What WeChat's error codes mean for a message that was to go out.</summary>
internal static class WeChatErrors
{
    /// <summary>Interface type refused for this kind of account, such as menus in messages.</summary>
    public const int NotForThisAccount = 40200;

    private static readonly TimeSpan ChinaOffset = TimeSpan.FromHours(8);

    /// <summary>Longest wait for a person to put a setting right before the message is tried again.</summary>
    public static readonly TimeSpan OperatorPause = TimeSpan.FromMinutes(10);

    /// <summary>True when another token may do.</summary>
    public static bool IsTokenFault(int code) => code is 40001 or 40014 or 42001;

    /// <summary>True for a web sign-in's code that is wrong, used or missing: it must be asked for again.</summary>
    public static bool IsSpentCode(int code) => code is 40029 or 40163 or 41008;

    /// <summary>What the operator must do, or null when the code is not about the set-up.</summary>
    public static string? RemedyOf(int code) => code switch
    {
        40013 => "Correct Channels:WeChat:AppId.",
        40125 => "Correct Channels:WeChat:AppSecret.",
        40243 => "The AppSecret is frozen: unfreeze it in the account's console.",
        40164 => "Add the address named above to the account's IP whitelist.",
        48001 => "The account has no right to this interface: have it verified, or go without.",
        48004 => "The interface is banned for this account: read the notice in its console.",
        45009 => "Today's quota is used up: it is restored at midnight, or by clear_quota.",
        40033 or 47001 or 44004 or 45002 or 45008 => "A message was not of WeChat's form: report it with the detail.",
        _ => null,
    };

    /// <summary>How long to wait before another try; null when the code is not one that passes by itself.</summary>
    public static TimeSpan? PauseAfter(int code, DateTimeOffset now) => code switch
    {
        -1 => TimeSpan.FromSeconds(5),
        45011 => TimeSpan.FromMinutes(1),
        45009 => UntilMidnightInChina(now),
        40001 or 40014 or 42001 => TimeSpan.FromMinutes(1),
        40013 or 40125 or 40243 or 40164 => OperatorPause,
        _ => null,
    };

    /// <summary>True when the message may go out once the retailer writes again.</summary>
    public static bool WaitsForContact(int code) => code is 45015 or 45047 or 48001 or 48004;

    private static TimeSpan UntilMidnightInChina(DateTimeOffset now) =>
        TimeSpan.FromDays(1) - now.ToOffset(ChinaOffset).TimeOfDay;
}
