using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>Who a QQ thread is with, as the sender part of its key says it.</summary>
internal static class QqAddress
{
    /// <summary>Before a <see cref="Inbound.MessageId"/> that is an event's id.</summary>
    public const string EventPrefix = "event:";

    private const string PrivatePrefix = "c2c:";

    /// <summary>A member of a group: each has a thread of their own, read by all.</summary>
    public static string OfGroup(string group, string member) => $"{group}:{member}";

    /// <summary>Somebody who writes to the bot alone.</summary>
    public static string OfPrivate(string openId) => PrivatePrefix + openId;

    /// <summary>True for a group's thread.</summary>
    public static bool IsGroup(ConversationKey key) => !key.Sender.StartsWith(PrivatePrefix, StringComparison.Ordinal);

    /// <summary>The API's path for messages to this thread.</summary>
    public static string MessagesPath(ConversationKey key) => IsGroup(key)
        ? $"v2/groups/{Uri.EscapeDataString(key.Sender.Split(':')[0])}/messages"
        : $"v2/users/{Uri.EscapeDataString(key.Sender[PrivatePrefix.Length..])}/messages";
}
