using System.Xml;
using System.Xml.Linq;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>A response as WeChat takes it.</summary>
/// <param name="Plain">After decryption; null when it could not be opened.</param>
/// <param name="Messages">What the phone shows.</param>
/// <param name="Fault">See <see cref="PlayedTry"/>.</param>
internal sealed record OpenedReply(string? Plain, IReadOnlyList<PhoneMessage> Messages, string? Fault = null);

/// <summary>Checks, decrypts and reads the service's response as WeChat's server does.</summary>
internal sealed class SimulatorReplyReader(IOptions<WeChatOptions> options)
{
    /// <summary>Opens a response of status 200.</summary>
    /// <param name="body">The response's body.</param>
    /// <param name="openId">To whom the reply must go; null when any will do.</param>
    public OpenedReply Open(string body, string? openId)
    {
        if (body is "" or "success")
        {
            return new OpenedReply(body, []);
        }

        if (Parse(body) is not { } response)
        {
            return new OpenedReply(null, [], "unreadable");
        }

        return response.Element("Encrypt") is null
            ? OpenPlain(body, response, openId)
            : OpenSealed(response, openId);
    }

    private OpenedReply OpenPlain(string body, XElement reply, string? openId) =>
        // In secure mode a plain reply would show what the mode is to hide: WeChat refuses it.
        options.Value.Mode == WeChatMode.Secure
            ? new OpenedReply(null, [], "undecryptable")
            : Read(body, reply, openId);

    private OpenedReply OpenSealed(XElement envelope, string? openId)
    {
        var settings = options.Value;
        var encrypted = ValueOf(envelope, "Encrypt");
        if (!WeChatSignature.Matches(
            ValueOf(envelope, "MsgSignature"), settings.Token, ValueOf(envelope, "TimeStamp"), ValueOf(envelope, "Nonce"), encrypted))
        {
            return new OpenedReply(null, [], "signature");
        }

        if (string.IsNullOrEmpty(settings.EncodingAesKey))
        {
            return new OpenedReply(null, [], "undecryptable");
        }

        try
        {
            var plain = new WeChatCrypto(settings.AppId, settings.EncodingAesKey).Decrypt(encrypted);
            return Parse(plain) is { } reply ? Read(plain, reply, openId) : new OpenedReply(plain, [], "unreadable");
        }
        catch (WeChatCryptoException)
        {
            return new OpenedReply(null, [], "undecryptable");
        }
    }

    private static OpenedReply Read(string plain, XElement reply, string? openId) =>
        openId is not null && ValueOf(reply, "ToUserName") != openId
            ? new OpenedReply(plain, [], "misaddressed")
            : new OpenedReply(plain, [MessageOf(reply)]);

    private static PhoneMessage MessageOf(XElement reply) => ValueOf(reply, "MsgType") switch
    {
        "text" => PhoneTextReader.Read(ValueOf(reply, "Content")),
        "news" => new PhoneMessage.News(
            reply.Elements("Articles").Elements("item").Select(item => new PhoneArticle(
                ValueOf(item, "Title"), ValueOf(item, "Description"), ValueOf(item, "PicUrl"), ValueOf(item, "Url"))).ToList()),
        var other => new PhoneMessage.Other(other),
    };

    private static XElement? Parse(string xml)
    {
        try
        {
            using var text = new StringReader(xml);
            using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static string ValueOf(XElement element, string name) => element.Element(name)?.Value ?? "";
}
