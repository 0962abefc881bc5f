using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>Writes WeChat's callbacks with real signatures and encryption, and opens the answers.</summary>
internal sealed class Callback(bool secure, TimeProvider time)
{
    private static readonly WeChatCrypto Crypto = new(CallbackAccount.AppId, CallbackAccount.EncodingAesKey);

    private long _lastId = time.GetUtcNow().ToUnixTimeMilliseconds() * 1000;

    /// <summary>True for secure mode.</summary>
    public bool IsSecure => secure;

    /// <summary>A text message as a whole HTTP/1.1 request, fit to be sent within ten minutes.</summary>
    public byte[] Request(string openId, string text)
    {
        var (query, body) = Message(openId, text);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {WeChatEndpoint.Path}?{query} HTTP/1.1
            Host: 127.0.0.1
            Content-Type: text/xml
            Content-Length: {Encoding.UTF8.GetByteCount(body)}


            """).ReplaceLineEndings("\r\n");
        return Encoding.UTF8.GetBytes(head + body);
    }

    /// <summary>A text message as query and body.</summary>
    public (string Query, string Body) Message(string openId, string text)
    {
        var seconds = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var push = WeChatXmlWriter.WriteFields(
        [
            new("ToUserName", CallbackAccount.UserName),
            new("FromUserName", openId),
            new("CreateTime", seconds),
            new("MsgType", "text"),
            new("Content", text),
            new("MsgId", (++_lastId).ToString(CultureInfo.InvariantCulture)),
        ]);
        var query = $"signature={Sign(seconds, nonce)}&timestamp={seconds}&nonce={nonce}&openid={openId}";
        return secure ? Seal(push, query, seconds, nonce) : (query, push);
    }

    /// <summary>The XML inside an answer's body.</summary>
    public string Open(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        return secure ? Crypto.Decrypt(WeChatPush.Read(text).Require("Encrypt")) : text;
    }

    private static (string Query, string Body) Seal(string push, string query, string seconds, string nonce)
    {
        var encrypted = Crypto.Encrypt(push);
        var body = WeChatXmlWriter.WriteFields([new("ToUserName", CallbackAccount.UserName), new("Encrypt", encrypted)]);
        return ($"{query}&encrypt_type=aes&msg_signature={Sign(seconds, nonce, encrypted)}", body);
    }

    private static string Sign(params string[] parts) => WeChatSignature.Sign([CallbackAccount.Token, .. parts]);
}
