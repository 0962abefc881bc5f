using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.DirectLine;

/// <summary>How the wire records are written: absent instead of null, and Chinese as it is.</summary>
[JsonSerializable(typeof(DirectLineActivity))]
[JsonSerializable(typeof(DirectLineActivitySet))]
[JsonSerializable(typeof(DirectLineCard))]
[JsonSerializable(typeof(DirectLineConversation))]
[JsonSerializable(typeof(DirectLineResource))]
[JsonSerializable(typeof(DirectLineSession))]
[JsonSerializable(typeof(DirectLineFault))]
[JsonSerializable(typeof(DirectLineStart))]
[JsonSerializable(typeof(DirectLinePass))]
internal sealed partial class DirectLineJson : JsonSerializerContext
{
    /// <summary>The one to use.</summary>
    public static DirectLineJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });
}
