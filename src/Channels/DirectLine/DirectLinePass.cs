namespace ServiceBot.Channels.DirectLine;

/// <summary>What a token or a stream address lets its bearer do.</summary>
/// <param name="Conversation">The one conversation that it opens.</param>
/// <param name="User">Who writes; null when the token's maker named nobody.</param>
/// <param name="Until">Its end, in Unix seconds.</param>
/// <param name="Origins">The only sites that may use it; null for all that the settings allow.</param>
/// <param name="Nonce">What tells it from others, where it is good only once.</param>
internal sealed record DirectLinePass(
    string Conversation, string? User, long Until, IReadOnlyList<string>? Origins = null, string? Nonce = null);
