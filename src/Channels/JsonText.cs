using System.Text.Json;

namespace ServiceBot.Channels;

/// <summary>Texts in JSON that others wrote. Half a character, or bytes that are none, is well-formed JSON but no text.</summary>
internal static class JsonText
{
    /// <summary>The text, or a number or truth value as written; null for every other kind, and for what is no text.</summary>
    public static string? Of(JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String or JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False
                ? value.ToString()
                : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads through JSON to its end.</summary>
    /// <exception cref="JsonException">It is not well formed, or deeper than <paramref name="deepest"/>.</exception>
    /// <exception cref="InvalidOperationException">A name or a text in it is no text.</exception>
    public static void Require(ReadOnlySpan<byte> json, int deepest)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = deepest });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.PropertyName or JsonTokenType.String)
            {
                _ = reader.GetString();
            }
        }
    }
}
