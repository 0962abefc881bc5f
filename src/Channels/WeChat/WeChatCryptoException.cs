namespace ServiceBot.Channels.WeChat;

/// <summary>Why an encrypted message could not be opened.</summary>
internal enum WeChatCryptoFault
{
    /// <summary>Not base64 (the sample libraries' −40010).</summary>
    NotBase64,

    /// <summary>No key fits, or the content is not of WeChat's form (−40007, −40008).</summary>
    Undecryptable,

    /// <summary>It ends with another AppID (−40005).</summary>
    OtherAccount,
}

/// <summary>An encrypted message that could not be opened.</summary>
internal sealed class WeChatCryptoException(WeChatCryptoFault fault, Exception? inner = null)
    : Exception($"The encrypted message could not be opened: {fault}.", inner)
{
    /// <summary>Why.</summary>
    public WeChatCryptoFault Fault { get; } = fault;
}
