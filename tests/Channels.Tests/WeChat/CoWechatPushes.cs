using System.Text.Json;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>One request for co-wechat, and what its handler is to answer.</summary>
internal sealed record CoWechatPush(string Method, string Query, string? Body, object? Reply);

/// <summary>Pushes that go to co-wechat and to us.</summary>
internal static class CoWechatPushes
{
    public static IReadOnlyList<string> Contents { get; } =
    [
        WeChatPushes.Text("软中华这周还能订几条😀[微笑] <b>&amp;"),
        WeChatPushes.Message("voice", "<MediaId>m1</MediaId><Format>amr</Format><Recognition><![CDATA[]]></Recognition>"),
        WeChatPushes.Message("image", "<PicUrl>http://a.cn/?a=1&amp;b=2</PicUrl><MediaId>m1</MediaId>"),
        WeChatPushes.Message("location", "<Location_X>30.28</Location_X><Location_Y>120.15</Location_Y><Scale>16</Scale><Label>西湖</Label>"),
        WeChatPushes.Message("link", "<Title>标题</Title><Description>说明</Description><Url>https://a.cn</Url>"),
        WeChatPushes.Event("subscribe", "<EventKey>qrscene_7</EventKey><Ticket>T</Ticket>"),
        WeChatPushes.Event("scancode_waitmsg", "<EventKey>k</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType><ScanResult>1</ScanResult></ScanCodeInfo>"),
        WeChatPushes.Event("subscribe_msg_sent_event", "<SubscribeMsgSentEvent><List><MsgID>1</MsgID><ErrorCode>0</ErrorCode></List></SubscribeMsgSentEvent>"),
        WeChatPushes.Tap("menu.supply_quota"),
    ];

    public static CoWechatPush Sealed(string content)
    {
        var encrypted = new WeChatCrypto(WeChatHost.AppId, WeChatHost.Key).Encrypt(content);
        var signature = WeChatSignature.Sign(WeChatHost.Token, "1764000000", "1320562132", encrypted);
        return new CoWechatPush(
            "POST",
            $"timestamp=1764000000&nonce=1320562132&encrypt_type=aes&msg_signature={signature}",
            $"<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>",
            "");
    }

    /// <summary>Nested values by path, as our reader keeps them.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Flatten(JsonElement parsed, string prefix = "") =>
        parsed.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object
            ? Flatten(property.Value, prefix + property.Name + "/")
            : [KeyValuePair.Create(prefix + property.Name, property.Value.ToString())]);
}
