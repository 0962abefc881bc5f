using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Contracts;

/// <summary>
/// One thread of messages: one sender on one account of one channel. Written <c>channel/account/sender</c>,
/// for example <c>wechat/gh_0a1b/oAbC…</c>.
/// </summary>
[JsonConverter(typeof(ConversationKeyJsonConverter))]
public readonly record struct ConversationKey
{
    /// <summary>Longest written form, in characters: what the stores' key columns hold.</summary>
    public const int MaxLength = 200;

    private ConversationKey(string channel, string account, string sender) =>
        (Channel, Account, Sender) = (channel, account, sender);

    /// <summary>One of <see cref="ChannelNames"/>.</summary>
    public string Channel { get; }

    /// <summary>The company's own address on the channel: the official account's id, the SMS number, <c>self</c>.</summary>
    public string Account { get; }

    /// <summary>The other side's address: an openid, a phone number, a web visitor's id.</summary>
    public string Sender { get; }

    /// <summary>Makes a key. Channel and account may not hold <c>/</c>; no part may be empty.</summary>
    /// <exception cref="ArgumentException">A part is empty, holds a slash, or the whole is over <see cref="MaxLength"/>.</exception>
    public static ConversationKey Create(string channel, string account, string sender)
    {
        RequirePart(channel, nameof(channel));
        RequirePart(account, nameof(account));
        ArgumentException.ThrowIfNullOrWhiteSpace(sender);
        if (channel.Length + account.Length + sender.Length + 2 > MaxLength)
        {
            throw new ArgumentException($"A conversation key is at most {MaxLength} characters.", nameof(sender));
        }

        return new ConversationKey(channel, account, sender);
    }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">The text is not <c>channel/account/sender</c>.</exception>
    public static ConversationKey Parse(string text)
    {
        var parts = text.Split('/', 3);
        return parts.Length == 3
            ? Create(parts[0], parts[1], parts[2])
            : throw new FormatException("A conversation key is written channel/account/sender.");
    }

    /// <inheritdoc/>
    public override string ToString() => $"{Channel}/{Account}/{Sender}";

    private static void RequirePart(string part, string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(part, name);
        if (part.Contains('/', StringComparison.Ordinal))
        {
            throw new ArgumentException("Channel and account may not hold a slash.", name);
        }
    }
}

/// <summary>A conversation key as its written form.</summary>
public sealed class ConversationKeyJsonConverter : JsonConverter<ConversationKey>
{
    /// <inheritdoc/>
    public override ConversationKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        ConversationKey.Parse(reader.GetString() ?? throw new JsonException("A conversation key is a string."));

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ConversationKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
