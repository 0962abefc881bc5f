using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// JSON with literal UTF-8. WeChat shows <c>\uXXXX</c> to people or refuses it (40033), and the framework's encoders
/// escape Chinese, or at least emoji.
/// </summary>
internal static class WeChatJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LiteralStringConverter() },
    };

    /// <summary>UTF-8 without a byte order mark.</summary>
    public static byte[] Write<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    private sealed class LiteralStringConverter : JsonConverter<string>
    {
        public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.GetString();

        public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
            writer.WriteRawValue(Quote(value), skipInputValidation: true);

        private static string Quote(string value)
        {
            var quoted = new StringBuilder(value.Length + 2).Append('"');
            foreach (var character in value)
            {
                _ = character switch
                {
                    '"' => quoted.Append("\\\""),
                    '\\' => quoted.Append("\\\\"),
                    '\n' => quoted.Append("\\n"),
                    < ' ' => quoted.Append(' '),
                    _ => quoted.Append(character),
                };
            }

            return quoted.Append('"').ToString();
        }
    }
}
