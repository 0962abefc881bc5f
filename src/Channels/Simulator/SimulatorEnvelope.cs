using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>A push ready to be posted: the signed query and the body.</summary>
internal sealed record SealedPush(string Query, string Body);

/// <summary>Signs and encrypts as WeChat's server does, by the configured mode.</summary>
internal sealed class SimulatorEnvelope(IOptions<WeChatOptions> options, TimeProvider time)
{
    /// <summary>Seals a push of the given sender.</summary>
    public SealedPush Seal(string account, string openId, string plain)
    {
        var settings = options.Value;
        var timestamp = time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var nonce = RandomNumberGenerator.GetInt32(100_000_000, int.MaxValue).ToString(CultureInfo.InvariantCulture);
        var query = $"signature={WeChatSignature.Sign(settings.Token, timestamp, nonce)}" +
            $"&timestamp={timestamp}&nonce={nonce}&openid={Uri.EscapeDataString(openId)}";
        if (settings.Mode == WeChatMode.Plain)
        {
            return new SealedPush(query, plain);
        }

        var encrypted = new WeChatCrypto(settings.AppId, settings.EncodingAesKey!).Encrypt(plain);
        var signature = WeChatSignature.Sign(settings.Token, timestamp, nonce, encrypted);
        return new SealedPush(
            $"{query}&encrypt_type=aes&msg_signature={signature}",
            settings.Mode == WeChatMode.Secure ? Envelope(account, encrypted) : BothForms(plain, encrypted));
    }

    private static string Envelope(string account, string encrypted) =>
        WeChatXmlWriter.WriteFields([new("ToUserName", account), new("Encrypt", encrypted)]);

    /// <summary>The plain push with its encrypted twin as one more element.</summary>
    private static string BothForms(string plain, string encrypted)
    {
        var end = plain.LastIndexOf("</", StringComparison.Ordinal);
        return plain.Insert(end < 0 ? plain.Length : end, $"<Encrypt><![CDATA[{encrypted}]]></Encrypt>");
    }
}
