using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>Messages for tests.</summary>
internal static class Messages
{
    public static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public static ConversationKey Key(string sender = "openid-1") =>
        ConversationKey.Create(ChannelNames.WeChat, "gh_test", sender);

    public static Inbound.Text Text(
        string words, string id = "1", string sender = "openid-1", TimeSpan? passiveFor = null, DateTimeOffset? sentAt = null) =>
        new(words) { Conversation = Key(sender), MessageId = id, SentAt = sentAt ?? At, PassiveFor = passiveFor };
}
