using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// The protocol's activity, as a wire record only: flat and permissive. The fields that we read or write are named, all others
/// are kept as they came, since the client knows its own message again by what it wrote into it.
/// </summary>
internal sealed record DirectLineActivity
{
    public string? Type { get; init; }

    public string? Id { get; init; }

    /// <summary>ISO 8601, UTC, with milliseconds.</summary>
    public string? Timestamp { get; init; }

    public string? ChannelId { get; init; }

    public DirectLineAccount? From { get; init; }

    public DirectLineReference? Conversation { get; init; }

    public string? Text { get; init; }

    public string? TextFormat { get; init; }

    public string? InputHint { get; init; }

    public string? ReplyToId { get; init; }

    public string? AttachmentLayout { get; init; }

    public IReadOnlyList<DirectLineAttachment>? Attachments { get; init; }

    public DirectLineSuggestions? SuggestedActions { get; init; }

    public JsonElement? ChannelData { get; init; }

    public JsonElement? Value { get; init; }

    // With init, generated readers cannot fill it.
    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>Who: a person or the bot.</summary>
internal sealed record DirectLineAccount
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    /// <summary><c>user</c> or <c>bot</c>.</summary>
    public string? Role { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A conversation by its id.</summary>
internal sealed record DirectLineReference(string? Id);

/// <summary>A file by address, or a card by content.</summary>
internal sealed record DirectLineAttachment
{
    public string? ContentType { get; init; }

    public string? ContentUrl { get; init; }

    public string? ThumbnailUrl { get; init; }

    public string? Name { get; init; }

    /// <summary>A card; of ours a <see cref="DirectLineCard"/>.</summary>
    public JsonElement? Content { get; init; }

    [JsonExtensionData]
    public IDictionary<string, JsonElement>? Others { get; set; }
}

/// <summary>A hero card.</summary>
internal sealed record DirectLineCard
{
    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    public string? Text { get; init; }

    public IReadOnlyList<DirectLinePicture>? Images { get; init; }

    public IReadOnlyList<DirectLineAction>? Buttons { get; init; }
}

/// <summary>A picture of a card.</summary>
internal sealed record DirectLinePicture(string Url);

/// <summary>A button: <c>imBack</c> says its value, <c>openUrl</c> and <c>call</c> go to it.</summary>
internal sealed record DirectLineAction(string Type, string Title, string Value);

/// <summary>Buttons below the last message.</summary>
internal sealed record DirectLineSuggestions(IReadOnlyList<DirectLineAction> Actions);

/// <summary>Activities and where to go on from.</summary>
internal sealed record DirectLineActivitySet(IReadOnlyList<DirectLineActivity> Activities, string? Watermark);

/// <summary>An opened conversation.</summary>
internal sealed record DirectLineConversation(
    string ConversationId, string Token, [property: JsonPropertyName("expires_in")] int ExpiresIn, string? StreamUrl = null);

/// <summary>What was made.</summary>
internal sealed record DirectLineResource(string Id);

/// <summary>The answer to a question that only enhanced authentication asks.</summary>
internal sealed record DirectLineSession(string SessionId);

/// <summary>An error.</summary>
internal sealed record DirectLineFault(DirectLineFaultDetail Error);

/// <summary>What is wrong, for programs and for their authors.</summary>
internal sealed record DirectLineFaultDetail(string Code, string Message);

/// <summary>The body of a request for a token or a conversation; everything is optional.</summary>
internal sealed record DirectLineStart(DirectLineAccount? User, IReadOnlyList<string>? TrustedOrigins);
