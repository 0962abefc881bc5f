using FsCheck;
using FsCheck.Fluent;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>Bodies between nonsense and almost right: random text, and real fields with random values, cut anywhere.</summary>
internal static class PushSoup
{
    private static readonly string[] Names =
        ["ToUserName", "FromUserName", "CreateTime", "MsgType", "Event", "EventKey", "MsgId", "Content", "Location_X", "Encrypt", "MsgID"];

    private static readonly string[] Values =
        ["", "text", "event", "location", "CLICK", "subscribe", "TEMPLATESENDJOBFINISH", "subscribe_msg_sent_event", "1764000000",
         "-1", "253402300800", "9223372036854775807", "NaN", "a/b", "😀", "\u0001", "]]>", "gh_1", new string('长', 300)];

    private static readonly Gen<string> Field =
        from name in Gen.Elements(Names)
        from value in Gen.Elements(Values)
        select $"<{name}><![CDATA[{value}]]></{name}>";

    private static readonly Gen<string> Xml = Gen.ListOf(Field).Select(fields => $"<xml>{string.Concat(fields)}</xml>");

    private static readonly Gen<string> Json =
        from name in Gen.ListOf(Gen.Elements(Names))
        from value in Gen.Elements(Values)
        select System.Text.Json.JsonSerializer.Serialize(name.Distinct().ToDictionary(key => key, _ => value));

    private static readonly Gen<string> Cut =
        from whole in Gen.OneOf(Xml, Json)
        from at in Gen.Choose(0, whole.Length)
        select whole[..at];

    public static IEnumerable<string> Samples(int count) =>
        Gen.OneOf(Xml, Json, Cut, UnicodeText.Arbitrary().Generator.Select(text => text.Value)).Sample(count, 20);
}
