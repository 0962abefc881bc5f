namespace ServiceBot.Channels.Contracts;

/// <summary>What a call does without the caller's words, as the key of an <see cref="Inbound.MenuTap"/>.</summary>
public static class CallTaps
{
    /// <summary>The person the caller was put through to did not answer: a message is to be taken instead.</summary>
    public const string Unanswered = "call.unanswered";
}
