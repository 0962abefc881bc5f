using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>WeChat's events in the company's words.</summary>
internal static class WeChatEventMapper
{
    private const string ScenePrefix = "qrscene_";

    /// <summary>Maps one event. Those nobody waits for, and unknown ones, are ignored.</summary>
    /// <exception cref="WeChatFormatException">A field that every event has is missing or unreadable.</exception>
    public static WeChatMeaning Map(WeChatPush push)
    {
        var name = push.Require("Event").ToLowerInvariant();
        return name switch
        {
            "subscribe" or "unsubscribe" or "scan" or "click" or "scancode_waitmsg" => MapAct(push, name),
            "templatesendjobfinish" => MapTemplateReport(push),
            "subscribe_msg_sent_event" => MapSubscriptionReport(push),
            _ when IsHousekeeping(name) => new WeChatMeaning.Notice(name),
            _ => new WeChatMeaning.Ignored(name),
        };
    }

    private static WeChatMeaning.Message MapAct(WeChatPush push, string name)
    {
        var (key, id, at) = WeChatHead.OfEvent(push);
        var eventKey = push["EventKey"] ?? "";
        return new WeChatMeaning.Message(name switch
        {
            "subscribe" => new Inbound.Followed(SceneOf(eventKey))
                { Conversation = key, MessageId = id, SentAt = at },
            "unsubscribe" => new Inbound.Unfollowed()
                { Conversation = key, MessageId = id, SentAt = at },
            "scan" => new Inbound.Scanned(eventKey)
                { Conversation = key, MessageId = id, SentAt = at },
            "scancode_waitmsg" => new Inbound.Scanned(push["ScanCodeInfo/ScanResult"] ?? "")
                { Conversation = key, MessageId = id, SentAt = at },
            _ => new Inbound.MenuTap(eventKey)
                { Conversation = key, MessageId = id, SentAt = at },
        });
    }

    // The prefix stands only here: a later scan of the same code carries the bare scene.
    private static string? SceneOf(string eventKey) =>
        eventKey.StartsWith(ScenePrefix, StringComparison.Ordinal) ? eventKey[ScenePrefix.Length..] : null;

    private static WeChatMeaning.Report MapTemplateReport(WeChatPush push)
    {
        var status = push["Status"] ?? "";
        return Report(push.Require("MsgID"), IsSuccess(status), status);
    }

    private static WeChatMeaning.Report MapSubscriptionReport(WeChatPush push)
    {
        // In JSON the list is said to stand at the top.
        string? Entry(string name) => push.Optional($"SubscribeMsgSentEvent/List/{name}") ?? push.Optional($"List/{name}");
        var id = Entry("MsgID") ?? throw new WeChatFormatException("The sent subscription message has no MsgID.");
        return Report(id, Entry("ErrorCode") == "0", Entry("ErrorStatus") ?? "");
    }

    private static WeChatMeaning.Report Report(string messageId, bool delivered, string status) =>
        new(new DeliveryReport(
            ChannelNames.WeChat, messageId, delivered ? DeliveryStage.Delivered : DeliveryStage.Failed, status));

    // Failures read "failed:user block" as well as "failed: system failed".
    private static bool IsSuccess(string status) =>
        status.TrimStart().StartsWith("success", StringComparison.OrdinalIgnoreCase);

    private static bool IsHousekeeping(string name) =>
        name.StartsWith("qualification_", StringComparison.Ordinal)
        || name.StartsWith("naming_verify_", StringComparison.Ordinal)
        || name is "annual_renew" or "verify_expired";
}
