using System.Text.Json;

namespace ServiceBot.Channels.WeChat;

/// <summary>Reads a push in JSON form, which has the XML form's names. Of a list the first entry counts.</summary>
internal static class WeChatJsonReader
{
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 8 };

    /// <exception cref="WeChatFormatException">Not a JSON object.</exception>
    public static WeChatPush Read(string json)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var document = JsonDocument.Parse(json.TrimStart('\uFEFF'), Options);
            ReadObject(document.RootElement, "", fields);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: half of a surrogate pair, found only when the string is taken out.
            throw new WeChatFormatException("The push is not a JSON object.", exception);
        }

        return new WeChatPush(WeChatFormat.Json, fields);
    }

    private static void ReadObject(JsonElement element, string prefix, Dictionary<string, string> fields)
    {
        foreach (var property in element.EnumerateObject())
        {
            ReadValue(property.Value, prefix + WeChatPush.CheckName(property.Name), fields);
        }
    }

    private static void ReadValue(JsonElement value, string path, Dictionary<string, string> fields)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                ReadObject(value, path + "/", fields);
                break;
            case JsonValueKind.Array when value.GetArrayLength() > 0:
                ReadValue(value[0], path, fields);
                break;
            case JsonValueKind.String:
                fields.TryAdd(path, value.GetString()!);
                break;
            case JsonValueKind.Number:
                fields.TryAdd(path, value.GetRawText());
                break;
        }
    }
}
