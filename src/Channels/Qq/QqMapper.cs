using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>QQ's events in the company's words.</summary>
internal static partial class QqMapper
{
    /// <summary>The message; null for events that need nothing from us.</summary>
    /// <param name="payload">The checked callback.</param>
    /// <param name="account">Our AppID.</param>
    /// <param name="now">For events without a time of their own.</param>
    /// <exception cref="QqFormatException">A field that every such event has is missing.</exception>
    public static Inbound? Map(QqPayload payload, string account, DateTimeOffset now) => payload.Type switch
    {
        "GROUP_AT_MESSAGE_CREATE" => MapMessage(payload, GroupKey(payload, account, "author", "member_openid"), now, Audience.Public),
        "C2C_MESSAGE_CREATE" => MapMessage(payload, PrivateKey(payload, account, "author", "user_openid"), now, Audience.Private),
        "GROUP_ADD_ROBOT" => new Inbound.Followed(null)
        {
            Conversation = GroupKey(payload, account, "op_member_openid"), MessageId = EventId(payload), SentAt = payload.At(now),
            Audience = Audience.Public,
        },
        "FRIEND_ADD" => new Inbound.Followed(null)
        {
            Conversation = PrivateKey(payload, account, "openid"), MessageId = EventId(payload), SentAt = payload.At(now),
        },
        "FRIEND_DEL" => new Inbound.Unfollowed
        {
            Conversation = PrivateKey(payload, account, "openid"), MessageId = EventId(payload), SentAt = payload.At(now),
        },
        _ => null,
    };

    private static Inbound MapMessage(QqPayload payload, ConversationKey key, DateTimeOffset now, Audience audience)
    {
        var (id, at) = (Require(payload, "id"), payload.At(now));
        var words = Mention().Replace(payload.Text("content"), "").Trim();
        if (words.Length > 0)
        {
            return new Inbound.Text(words) { Conversation = key, MessageId = id, SentAt = at, Audience = audience };
        }

        var (type, url) = FirstAttachment(payload.Data);
        return type.StartsWith("image", StringComparison.Ordinal)
            ? new Inbound.Picture(null, url) { Conversation = key, MessageId = id, SentAt = at, Audience = audience }
            : new Inbound.Unsupported(type.Length > 0 ? type : "empty") { Conversation = key, MessageId = id, SentAt = at, Audience = audience };
    }

    private static (string Type, string? Url) FirstAttachment(JsonElement data)
    {
        if (!data.TryGetProperty("attachments", out var all) || all.ValueKind != JsonValueKind.Array || all.GetArrayLength() == 0)
        {
            return ("", null);
        }

        var first = new QqPayload("", 0, "", all[0]);
        return (first.Text("content_type"), first.Text("url"));
    }

    private static ConversationKey GroupKey(QqPayload payload, string account, params ReadOnlySpan<string> member) =>
        KeyOf(account, QqAddress.OfGroup(Require(payload, "group_openid"), Require(payload, member)));

    private static ConversationKey PrivateKey(QqPayload payload, string account, params ReadOnlySpan<string> sender) =>
        KeyOf(account, QqAddress.OfPrivate(Require(payload, sender)));

    private static ConversationKey KeyOf(string account, string sender) =>
        sender.Length + account.Length < ConversationKey.MaxLength - 16
            ? ConversationKey.Create(ChannelNames.Qq, account, sender)
            : throw new QqFormatException("An openid is too long.");

    /// <summary>An event is answered by its own id, a message by the message's: the sender must tell them apart.</summary>
    private static string EventId(QqPayload payload) => payload.Id.Length > 0
        ? QqAddress.EventPrefix + payload.Id
        : throw new QqFormatException($"The event {payload.Type} has no id.");

    private static string Require(QqPayload payload, params ReadOnlySpan<string> path) => payload.Text(path) is { Length: > 0 } text
        ? text
        : throw new QqFormatException($"The event {payload.Type} has no {string.Join('.', path)}.");

    // The bot's own name, as some clients leave it in: <@!123>.
    [GeneratedRegex("<@!?[0-9A-Za-z]+>")]
    private static partial Regex Mention();
}

/// <summary>An event that is not of QQ's form.</summary>
internal sealed class QqFormatException(string message) : Exception(message);
