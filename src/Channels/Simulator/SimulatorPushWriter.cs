using System.Globalization;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>Writes what a person did as WeChat's push, before encryption.</summary>
internal static class SimulatorPushWriter
{
    /// <summary>The push's XML. Messages carry an id, events none.</summary>
    public static string Write(string account, string openId, PhoneAct act, DateTimeOffset at)
    {
        if (act is PhoneAct.Raw raw)
        {
            return raw.Xml;
        }

        var seconds = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        List<KeyValuePair<string, string>> fields =
            [new("ToUserName", account), new("FromUserName", openId), new("CreateTime", seconds), .. FieldsOf(act)];
        if (fields.TrueForAll(field => field.Key != "Event"))
        {
            fields.Add(new("MsgId", NewId()));
        }

        return WeChatXmlWriter.WriteFields(fields);
    }

    private static KeyValuePair<string, string>[] FieldsOf(PhoneAct act) => act switch
    {
        PhoneAct.Text { MenuId: { } id } text =>
            [new("MsgType", "text"), new("Content", text.Content), new("bizmsgmenuid", id)],
        PhoneAct.Text text => [new("MsgType", "text"), new("Content", text.Content)],
        PhoneAct.Voice voice =>
            [new("MsgType", "voice"), new("MediaId", NewId()), new("Format", "amr"), new("Recognition", voice.Recognition ?? "")],
        PhoneAct.Picture picture => [new("MsgType", "image"), new("PicUrl", picture.Url), new("MediaId", NewId())],
        PhoneAct.Location place => FieldsOf(place),
        PhoneAct.Link link =>
            [new("MsgType", "link"), new("Title", link.Title), new("Description", link.Description), new("Url", link.Url)],
        _ => EventOf(act),
    };

    // WeChat's X is the latitude.
    private static KeyValuePair<string, string>[] FieldsOf(PhoneAct.Location place) =>
    [
        new("MsgType", "location"),
        new("Location_X", place.Latitude.ToString("F6", CultureInfo.InvariantCulture)),
        new("Location_Y", place.Longitude.ToString("F6", CultureInfo.InvariantCulture)),
        new("Scale", "16"),
        new("Label", place.Label),
    ];

    private static KeyValuePair<string, string>[] EventOf(PhoneAct act) => act switch
    {
        // Only a follow by code has the prefix; a scan by a follower carries the bare scene.
        PhoneAct.Follow { Scene: { Length: > 0 } scene } => Event("subscribe", "qrscene_" + scene, ticket: true),
        PhoneAct.Follow => Event("subscribe", ""),
        PhoneAct.Unfollow => Event("unsubscribe", ""),
        PhoneAct.Scan scan => Event("SCAN", scan.Scene, ticket: true),
        PhoneAct.Tap tap => Event("CLICK", tap.Key),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act.GetType().Name, "Not an event."),
    };

    private static KeyValuePair<string, string>[] Event(string name, string key, bool ticket = false)
    {
        KeyValuePair<string, string>[] fields = [new("MsgType", "event"), new("Event", name), new("EventKey", key)];
        return ticket ? [.. fields, new("Ticket", NewId())] : fields;
    }

    private static string NewId() =>
        Random.Shared.NextInt64(20_000_000_000_000_000, long.MaxValue).ToString(CultureInfo.InvariantCulture);
}
