using System.Globalization;
using System.Text.Json;

namespace ServiceBot.Channels.Qq;

/// <summary>A callback's body: flat, permissive; what is missing is empty.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Operation">0 is an event, 13 the address check.</param>
/// <param name="Type">The event's name, such as <c>GROUP_AT_MESSAGE_CREATE</c>.</param>
/// <param name="Data">The event.</param>
internal sealed record QqPayload(string Id, int Operation, string Type, JsonElement Data)
{
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 16 };

    /// <summary>Reads the body; null when it is not a JSON object of that form.</summary>
    public static QqPayload? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Bounded);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("op", out var op) && op.TryGetInt32(out var operation)
                ? new QqPayload(TextOf(root, "id"), operation, TextOf(root, "t"), DataOf(root))
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A text of the event by its path, such as <c>author</c>, <c>member_openid</c>; empty when it is not there.</summary>
    public string Text(params ReadOnlySpan<string> path)
    {
        var at = Data;
        foreach (var name in path[..^1])
        {
            if (at.ValueKind != JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return "";
            }
        }

        return TextOf(at, path[^1]);
    }

    /// <summary>When it happened: the event's own timestamp, written as a date or as seconds; else the given instant.</summary>
    public DateTimeOffset At(DateTimeOffset otherwise)
    {
        var text = Text("timestamp");
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 253_402_300_800
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : otherwise;
    }

    private static JsonElement DataOf(JsonElement root) => root.TryGetProperty("d", out var data) ? data.Clone() : default;

    private static string TextOf(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? JsonText.Of(value) ?? "" : "";
}
