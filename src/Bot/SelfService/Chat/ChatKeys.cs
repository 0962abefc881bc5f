using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Chat;

/// <summary>Names the conversation of a session's web chat.</summary>
/// <param name="tokens">Direct Line's name for it; null when Direct Line is off.</param>
internal sealed class ChatKeys(IChatTokens? tokens = null)
{
    private const string Account = "self-service";

    /// <summary>The conversation of a <see cref="Visitor.ChatId"/>.</summary>
    public ConversationKey Of(string chatId) =>
        tokens?.KeyOf(chatId) ?? ConversationKey.Create(ChannelNames.Web, Account, chatId);
}
