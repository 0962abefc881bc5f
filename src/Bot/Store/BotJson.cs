using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using ServiceBot.Bot.Conversations;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Store;

/// <summary>The JSON in the conversation store, generated at build time.</summary>
[JsonSerializable(typeof(Inbound))]
[JsonSerializable(typeof(Inbound.Text), TypeInfoPropertyName = "InboundText")]
[JsonSerializable(typeof(ReplyPart.Text), TypeInfoPropertyName = "ReplyText")]
[JsonSerializable(typeof(Reply))]
[JsonSerializable(typeof(Conversation))]
[JsonSerializable(typeof(ConversationEvent))]
internal sealed partial class BotJson : JsonSerializerContext
{
    private static readonly BotJson Readable = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new LicenseNumberJsonConverter() },

        // Chinese stays legible in the database; it is never put into a page unescaped.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(Inbound value) => JsonSerializer.Serialize(value, Readable.Inbound);

    public static string Write(Reply value) => JsonSerializer.Serialize(value, Readable.Reply);

    public static string Write(Conversation value) => JsonSerializer.Serialize(value, Readable.Conversation);

    public static string Write(ConversationEvent value) => JsonSerializer.Serialize(value, Readable.ConversationEvent);

    public static Inbound ReadInbound(string json) => Read(json, Readable.Inbound);

    public static Reply ReadReply(string json) => Read(json, Readable.Reply);

    public static Conversation ReadConversation(string json) => Read(json, Readable.Conversation);

    public static ConversationEvent ReadEvent(string json) => Read(json, Readable.ConversationEvent);

    private static T Read<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException($"A stored {typeof(T).Name} is null.");
}

/// <summary>A licence number as its 12 digits.</summary>
internal sealed class LicenseNumberJsonConverter : JsonConverter<LicenseNumber>
{
    public override LicenseNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LicenseNumber.Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, LicenseNumber value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
