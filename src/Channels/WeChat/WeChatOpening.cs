namespace ServiceBot.Channels.WeChat;

/// <summary>What became of a callback's body.</summary>
internal abstract record WeChatOpening
{
    private WeChatOpening()
    {
    }

    /// <summary>It is WeChat's.</summary>
    /// <param name="Push">The content.</param>
    /// <param name="Encrypted">It came encrypted, so the answer goes back encrypted.</param>
    public sealed record Opened(WeChatPush Push, bool Encrypted) : WeChatOpening;

    /// <summary>It is refused.</summary>
    /// <param name="Status">The HTTP status to answer; the body stays empty.</param>
    /// <param name="Reason">A short word for logs and metrics.</param>
    public sealed record Refused(int Status, string Reason) : WeChatOpening;
}
