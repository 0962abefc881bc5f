namespace ServiceBot.Channels.WeChat;

/// <summary>Facts about HTTP calls to WeChat.</summary>
internal static class WeChatHttp
{
    /// <summary>The named client.</summary>
    public const string ClientName = "wechat";

    /// <summary>Longest call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
}
