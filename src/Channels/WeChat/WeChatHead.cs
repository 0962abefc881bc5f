using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>What every push says about itself: whose it is, its id, and when it was sent.</summary>
internal sealed record WeChatHead(ConversationKey Conversation, string MessageId, DateTimeOffset SentAt)
{
    /// <summary>Longest message id, in characters: a longer composed one is replaced by its digest.</summary>
    public const int LongestId = 128;

    /// <exception cref="WeChatFormatException">A field is missing or unreadable.</exception>
    public static WeChatHead Of(WeChatPush push)
    {
        try
        {
            var conversation = ConversationKey.Create(
                ChannelNames.WeChat, push.Require("ToUserName"), push.Require("FromUserName"));
            return new WeChatHead(conversation, push.Optional("MsgId") ?? ComposedId(push), SentAtOf(push));
        }
        catch (ArgumentException exception)
        {
            throw new WeChatFormatException("ToUserName or FromUserName is not an account's id.", exception);
        }
    }

    /// <summary>The head of an event. Events have no id, and two taps can share a second.</summary>
    /// <exception cref="WeChatFormatException">A field is missing or unreadable.</exception>
    public static WeChatHead OfEvent(WeChatPush push) => Of(push) with { MessageId = ComposedId(push) };

    private static string ComposedId(WeChatPush push)
    {
        var id = string.Join(
            ':', push["FromUserName"], push["CreateTime"], push["Event"] ?? push["MsgType"], push["EventKey"]);
        return id.Length <= LongestId ? id : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));
    }

    private static DateTimeOffset SentAtOf(WeChatPush push)
    {
        var isNumber = long.TryParse(
            push.Require("CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds);
        return isNumber && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : throw new WeChatFormatException("CreateTime is not a time in seconds.");
    }
}
