using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>What an activity means.</summary>
internal static class DirectLineMapper
{
    /// <summary>
    /// The activity as a message; null for what nobody says: events, typing, and kinds that are yet to be invented.
    /// </summary>
    /// <param name="activity">As it came.</param>
    /// <param name="conversation">Whose.</param>
    /// <param name="messageId">The same on every repeat.</param>
    /// <param name="at">When it came.</param>
    /// <param name="files">Ids of the pictures that came with it.</param>
    /// <exception cref="DirectLineRefusedException">A message that holds nothing, or no kind.</exception>
    public static Inbound? Map(
        DirectLineActivity activity, ConversationKey conversation, string messageId, DateTimeOffset at, IReadOnlyList<string> files)
    {
        var choice = Text(activity.Value, "choice");
        return activity.Type switch
        {
            null or "" => throw DirectLineRefusedException.Missing("type"),
            not "message" => null,
            _ when (WordsOf(activity) ?? choice) is { } words =>
                new Inbound.Text(words, choice) { Conversation = conversation, MessageId = messageId, SentAt = at },
            _ when files is [var first, ..] =>
                new Inbound.Picture(first, null) { Conversation = conversation, MessageId = messageId, SentAt = at },
            _ => new Inbound.Unsupported(KindOf(activity)) { Conversation = conversation, MessageId = messageId, SentAt = at },
        };
    }

    /// <summary>The client's own id of its message.</summary>
    public static string? ClientIdOf(DirectLineActivity activity) => Text(activity.ChannelData, "clientActivityID");

    /// <summary>The typed words; of a button that shows nothing, its value.</summary>
    private static string? WordsOf(DirectLineActivity activity) =>
        !string.IsNullOrWhiteSpace(activity.Text) ? activity.Text
        : activity.Value is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } said ? said
        : null;

    private static string KindOf(DirectLineActivity activity) =>
        activity.Attachments is { Count: > 0 } ? "attachment"
        : activity.Value is not null ? "value"
        : throw DirectLineRefusedException.Missing("text");

    private static string? Text(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}
