using System.Globalization;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>WeChat's messages in the company's words; <see cref="WeChatEventMapper"/> does the events.</summary>
internal static class WeChatMapper
{
    /// <summary>Maps one push. A message type not known here becomes <see cref="Inbound.Unsupported"/>.</summary>
    /// <exception cref="WeChatFormatException">A field that every push has is missing or unreadable.</exception>
    public static WeChatMeaning Map(WeChatPush push)
    {
        var type = push.Require("MsgType").ToLowerInvariant();
        return type == "event"
            ? WeChatEventMapper.Map(push)
            : new WeChatMeaning.Message(MapMessage(push, type, WeChatHead.Of(push)));
    }

    private static Inbound MapMessage(WeChatPush push, string type, WeChatHead head)
    {
        var (key, id, at) = head;
        return type switch
        {
            // Emoji and built-in faces stay: what they mean is for the understanding to say.
            "text" => new Inbound.Text(push["Content"] ?? "", push.Optional("bizmsgmenuid"))
                { Conversation = key, MessageId = id, SentAt = at },
            "voice" => new Inbound.Voice(push.Optional("MediaId"), push.Optional("Recognition"))
                { Conversation = key, MessageId = id, SentAt = at },
            "image" => new Inbound.Picture(push.Optional("MediaId"), push.Optional("PicUrl"))
                { Conversation = key, MessageId = id, SentAt = at },
            "video" or "shortvideo" => new Inbound.Video(push.Optional("MediaId"))
                { Conversation = key, MessageId = id, SentAt = at },
            "link" => new Inbound.Link(push["Title"] ?? "", push.Optional("Description"), push["Url"] ?? "")
                { Conversation = key, MessageId = id, SentAt = at },
            "location" => MapLocation(push, head),
            _ => MapUnsupported(type, head),
        };
    }

    private static Inbound MapLocation(WeChatPush push, WeChatHead head)
    {
        // WeChat's X is the latitude.
        if (TryDegrees(push["Location_X"], 90, out var latitude) && TryDegrees(push["Location_Y"], 180, out var longitude))
        {
            return new Inbound.Location(latitude, longitude, push.Optional("Label"))
                { Conversation = head.Conversation, MessageId = head.MessageId, SentAt = head.SentAt };
        }

        return MapUnsupported("location", head);
    }

    private static Inbound.Unsupported MapUnsupported(string type, WeChatHead head) => new(type)
        { Conversation = head.Conversation, MessageId = head.MessageId, SentAt = head.SentAt };

    private static bool TryDegrees(string? text, double limit, out double degrees) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out degrees)
        && Math.Abs(degrees) <= limit;
}
