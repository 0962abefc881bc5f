namespace ServiceBot.Channels.Qq;

/// <summary>What QQ's error codes mean for a message that was to go out. Collected from bots in use; QQ lists few.</summary>
internal static class QqErrors
{
    /// <summary>The same <c>msg_seq</c> was taken before: an earlier try did arrive.</summary>
    public const int Duplicate = 40054005;

    /// <summary>Longest wait for a person to put a setting right before the message is tried again.</summary>
    public static readonly TimeSpan OperatorPause = TimeSpan.FromMinutes(10);

    /// <summary>True when another access token may do.</summary>
    public static bool IsTokenFault(int code) => code is 11241 or 11242 or 11243 or 11244;

    /// <summary>True when AppId or Secret is wrong.</summary>
    public static bool IsConfigurationFault(int code) => code is 100016 or 100007 || IsTokenFault(code);

    /// <summary>How long to wait before another try; null when the code is not one that passes by itself.</summary>
    public static TimeSpan? PauseAfter(int code) => code switch
    {
        100001 or 22009 or 20028 => TimeSpan.FromSeconds(20),
        _ when IsConfigurationFault(code) => OperatorPause,
        _ => null,
    };

    /// <summary>True when the message may go out once they write again: the window is over, or its answers are used up.</summary>
    public static bool WaitsForContact(int code) => code is 304103 or 40034005 or 40034024 or 40034025 or 40034102 or 40034128;
}
