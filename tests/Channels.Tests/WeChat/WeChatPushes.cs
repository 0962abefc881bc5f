namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>Pushes as WeChat writes them, with line breaks between the elements.</summary>
internal static class WeChatPushes
{
    public static string Text(string content, string id = "6054768590064713728") => Xml(
        $"<MsgType><![CDATA[text]]></MsgType>\n<Content><![CDATA[{content}]]></Content>\n<MsgId>{id}</MsgId>");

    public static string Message(string type, string fields) => Xml(
        $"<MsgType><![CDATA[{type}]]></MsgType>\n{fields}\n<MsgId>6054768590064713728</MsgId>");

    public static string Event(string name, string fields = "") => Xml(
        $"<MsgType><![CDATA[event]]></MsgType>\n<Event><![CDATA[{name}]]></Event>\n{fields}");

    public static string Tap(string key) => Event("CLICK", $"<EventKey><![CDATA[{key}]]></EventKey>");

    private static string Xml(string fields) =>
        $"""
        <xml><ToUserName><![CDATA[{WeChatHost.Account}]]></ToUserName>
        <FromUserName><![CDATA[{WeChatHost.Retailer}]]></FromUserName>
        <CreateTime>1764000000</CreateTime>
        {fields}
        </xml>
        """;
}
