namespace ServiceBot.Channels.Contracts;

/// <summary>The channels' names as they stand in keys, logs, metrics and on the command line.</summary>
public static class ChannelNames
{
    /// <summary>WeChat official account.</summary>
    public const string WeChat = "wechat";

    /// <summary>Text messages.</summary>
    public const string Sms = "sms";

    /// <summary>Self-service web and web chat.</summary>
    public const string Web = "web";

    /// <summary>The service phone number.</summary>
    public const string Voice = "voice";

    /// <summary>QQ groups and private chats with the QQ bot.</summary>
    public const string Qq = "qq";
}
