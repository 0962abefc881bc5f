using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Bot.Commands;

/// <summary>The contract's object of <c>ask --json</c>.</summary>
internal sealed record AskAnswer(
    string Text,
    string Intent,
    double Confidence,
    IReadOnlyList<AskEntity> Entities,
    string Reply,
    IReadOnlyList<string> Choices,
    bool Handoff,
    double ElapsedMs)
{
    private static readonly AskJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>One line of JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Readable.AskAnswer);
}

/// <summary>One thing that the message names.</summary>
internal sealed record AskEntity(string Type, string Value, string Text);

[JsonSerializable(typeof(AskAnswer))]
internal sealed partial class AskJson : JsonSerializerContext;
