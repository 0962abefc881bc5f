using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.WeChat;

/// <summary>Checks that a callback comes from WeChat and opens its body, by the configured mode.</summary>
internal sealed class WeChatOpener(IOptions<WeChatOptions> options, TimeProvider time)
{
    private readonly WeChatOptions _options = options.Value;

    private readonly WeChatCrypto? _crypto = string.IsNullOrEmpty(options.Value.EncodingAesKey)
        ? null
        : new WeChatCrypto(options.Value.AppId, options.Value.EncodingAesKey, options.Value.PreviousEncodingAesKey);

    /// <summary>True when the address was made by someone who knows the token.</summary>
    public bool IsSigned(WeChatQuery query) =>
        WeChatSignature.Matches(query.Signature, _options.Token, query.Timestamp, query.Nonce);

    /// <summary>Verifies, decrypts and parses. Never throws for what the body holds.</summary>
    public WeChatOpening Open(WeChatQuery query, string body)
    {
        if (!IsFresh(query.Timestamp))
        {
            return Unauthorized("timestamp");
        }

        return _options.Mode == WeChatMode.Plain ? OpenPlain(query, body) : OpenSealed(query, body);
    }

    private bool IsFresh(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs((decimal)seconds - time.GetUtcNow().ToUnixTimeSeconds()) <= (decimal)_options.ReplayWindow.TotalSeconds;

    private WeChatOpening OpenPlain(WeChatQuery query, string body) =>
        IsSigned(query) ? Parse(body, encrypted: false) : Unauthorized("signature");

    private WeChatOpening OpenSealed(WeChatQuery query, string body)
    {
        string? encrypted;
        try
        {
            encrypted = WeChatPush.Read(body).Optional("Encrypt");
        }
        catch (WeChatFormatException)
        {
            return IsSigned(query) ? Malformed() : Unauthorized("signature");
        }

        if (encrypted is null)
        {
            // In secure mode a plain body is somebody who saw one signed address and tries to write under it.
            return _options.Mode == WeChatMode.Secure ? Unauthorized("downgrade") : OpenPlain(query, body);
        }

        return WeChatSignature.Matches(query.MessageSignature, _options.Token, query.Timestamp, query.Nonce, encrypted)
            ? Decrypt(encrypted)
            : Unauthorized("signature");
    }

    private WeChatOpening Decrypt(string encrypted)
    {
        try
        {
            return Parse(_crypto!.Decrypt(encrypted), encrypted: true);
        }
        catch (WeChatCryptoException exception)
        {
            return exception.Fault == WeChatCryptoFault.OtherAccount
                ? Unauthorized("appid")
                : new WeChatOpening.Refused(StatusCodes.Status400BadRequest, "decrypt");
        }
    }

    private static WeChatOpening Parse(string content, bool encrypted)
    {
        try
        {
            return new WeChatOpening.Opened(WeChatPush.Read(content), encrypted);
        }
        catch (WeChatFormatException)
        {
            return Malformed();
        }
    }

    private static WeChatOpening.Refused Unauthorized(string reason) =>
        new(StatusCodes.Status401Unauthorized, reason);

    private static WeChatOpening.Refused Malformed() => new(StatusCodes.Status400BadRequest, "malformed");
}
