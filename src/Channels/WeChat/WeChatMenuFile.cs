using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.WeChat;

/// <summary>The menu in the API's own form, so that one from its pages can be pasted.</summary>
internal sealed record WeChatMenuFile(
    [property: JsonPropertyName("button")] IReadOnlyList<WeChatMenuButton>? Buttons)
{
    /// <summary>Comments and trailing commas are fine, unknown names are not: they would be typing errors.</summary>
    public static JsonSerializerOptions Options { get; } = new()
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };
}

/// <summary>A menu button, or a group of buttons.</summary>
internal sealed record WeChatMenuButton
{
    [JsonPropertyName("type")]
    public string? Type { get; init; }

    [JsonPropertyName("name")]
    public string? Name { get; init; }

    [JsonPropertyName("key")]
    public string? Key { get; init; }

    [JsonPropertyName("url")]
    public string? Url { get; init; }

    [JsonPropertyName("media_id")]
    public string? MediaId { get; init; }

    [JsonPropertyName("article_id")]
    public string? ArticleId { get; init; }

    [JsonPropertyName("appid")]
    public string? AppId { get; init; }

    [JsonPropertyName("pagepath")]
    public string? PagePath { get; init; }

    [JsonPropertyName("sub_button")]
    public IReadOnlyList<WeChatMenuButton>? Buttons { get; init; }
}
