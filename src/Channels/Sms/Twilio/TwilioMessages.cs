using System.Globalization;
using System.Text.Json.Serialization;

namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>A message as Twilio's API shows it; only what is read here.</summary>
internal sealed record TwilioMessage(
    [property: JsonPropertyName("sid")] string? Sid,
    [property: JsonPropertyName("body")] string? Body,
    [property: JsonPropertyName("date_created")] string? DateCreated)
{
    /// <summary>When it was made; null when Twilio does not say. Its dates are those of mail (RFC 2822), to the second.</summary>
    [JsonIgnore]
    public DateTimeOffset? CreatedAt =>
        DateTimeOffset.TryParse(DateCreated, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}

/// <summary>A page of messages, newest first.</summary>
internal sealed record TwilioMessagePage(
    [property: JsonPropertyName("messages")] IReadOnlyList<TwilioMessage>? Messages);

/// <summary>A refusal.</summary>
internal sealed record TwilioError([property: JsonPropertyName("code")] int? Code);
