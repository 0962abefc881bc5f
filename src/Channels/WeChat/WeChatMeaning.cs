using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>What a push means to us.</summary>
internal abstract record WeChatMeaning
{
    private WeChatMeaning()
    {
    }

    /// <summary>Something a retailer sent or did.</summary>
    public sealed record Message(Inbound Inbound) : WeChatMeaning;

    /// <summary>How a message of ours fared.</summary>
    public sealed record Report(DeliveryReport Delivery) : WeChatMeaning;

    /// <summary>The account's own housekeeping, which its operator must see; the event's name.</summary>
    public sealed record Notice(string Event) : WeChatMeaning;

    /// <summary>An event that nobody waits for; its name.</summary>
    public sealed record Ignored(string Event) : WeChatMeaning;
}
