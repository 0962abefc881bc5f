using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>Writes a passive reply in the form its push came in: XML or JSON, encrypted or not.</summary>
internal sealed class WeChatPassiveWriter(IOptions<WeChatOptions> options, TimeProvider time)
{
    private readonly WeChatOptions _options = options.Value;

    private readonly WeChatCrypto? _crypto = string.IsNullOrEmpty(options.Value.EncodingAesKey)
        ? null
        : new WeChatCrypto(options.Value.AppId, options.Value.EncodingAesKey);

    /// <summary>The response's media type.</summary>
    public static string ContentType(WeChatFormat format) =>
        format == WeChatFormat.Json ? "application/json; charset=utf-8" : "application/xml; charset=utf-8";

    /// <summary>The response's body.</summary>
    public byte[] Write(WeChatOpening.Opened opened, ConversationKey conversation, WeChatMessage message)
    {
        var now = time.GetUtcNow();
        var head = new WeChatReplyHead(conversation.Sender, conversation.Account, now.ToUnixTimeSeconds());
        var reply = opened.Push.Format == WeChatFormat.Json ? WriteJson(head, message) : WriteXml(head, message);
        return opened.Encrypted ? Seal(opened.Push.Format, reply, now) : Encoding.UTF8.GetBytes(reply);
    }

    private byte[] Seal(WeChatFormat format, string reply, DateTimeOffset now)
    {
        var envelope = WeChatEnvelope.Seal(_crypto!, _options.Token, reply, now);
        return format == WeChatFormat.Json
            ? WeChatJson.Write(envelope)
            : Encoding.UTF8.GetBytes(WeChatXmlWriter.WriteEnvelope(envelope));
    }

    private static string WriteXml(WeChatReplyHead head, WeChatMessage message) =>
        WeChatXmlWriter.WriteReply(head, message);

    // How articles look in JSON replies is not documented; a reply WeChat cannot read shows the retailer an error.
    private static string WriteJson(WeChatReplyHead head, WeChatMessage message) =>
        Encoding.UTF8.GetString(WeChatJson.Write(new JsonReply(
            head.To, head.From, head.CreateTime, "text", message.ToText())));

    private sealed record JsonReply(
        string ToUserName, string FromUserName, long CreateTime, string MsgType, string Content);
}
