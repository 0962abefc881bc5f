namespace ServiceBot.Channels.Contracts;

/// <summary>
/// Opens a web chat for somebody the caller knows: the self-service pages. Registered only when the Direct Line channel is
/// on.
/// </summary>
public interface IChatTokens
{
    /// <summary>A token for one conversation and nothing else.</summary>
    /// <param name="conversationId">Letters, digits, <c>-</c> and <c>_</c>, at most 64; cannot be guessed.</param>
    /// <param name="userId">Who writes: every message of this token is from them.</param>
    ChatToken Issue(string conversationId, string userId);

    /// <summary>The thread of a conversation id.</summary>
    ConversationKey KeyOf(string conversationId);
}

/// <summary>What a page needs to open its chat.</summary>
/// <param name="Token">The bearer token.</param>
/// <param name="ExpiresIn">How long it is good.</param>
public sealed record ChatToken(string Token, TimeSpan ExpiresIn);
