using System.Globalization;
using System.Security.Cryptography;

namespace ServiceBot.Channels.WeChat;

/// <summary>The head of a passive reply: to whom, from whom, and when in unix seconds.</summary>
internal sealed record WeChatReplyHead(string To, string From, long CreateTime);

/// <summary>An encrypted reply with what signs it; the names are the wire's.</summary>
internal sealed record WeChatEnvelope(string Encrypt, string MsgSignature, long TimeStamp, string Nonce)
{
    /// <summary>Encrypts and signs a reply.</summary>
    public static WeChatEnvelope Seal(WeChatCrypto crypto, string token, string content, DateTimeOffset now)
    {
        var encrypted = crypto.Encrypt(content);
        var timestamp = now.ToUnixTimeSeconds();
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var signature = WeChatSignature.Sign(
            token, timestamp.ToString(CultureInfo.InvariantCulture), nonce, encrypted);
        return new WeChatEnvelope(encrypted, signature, timestamp, nonce);
    }
}
