using System.Globalization;
using Microsoft.AspNetCore.Http;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Voice;

/// <summary>The callback's paths, and where a call stands in their query. The whole address is signed.</summary>
internal static class VoiceAddresses
{
    public const string Start = "/channels/voice";
    public const string Keys = "/channels/voice/keys";
    public const string Recording = "/channels/voice/recording";
    public const string PutThrough = "/channels/voice/put-through";
    public const string Waited = "/channels/voice/waited";
    public const string Status = "/channels/voice/status";

    // More than any call has; it keeps numbers from growing without end.
    private const int Most = 9999;

    /// <summary>An absolute address that comes back with the state.</summary>
    public static string Of(Uri publicBaseUrl, string path, CallState state) => string.Create(
        CultureInfo.InvariantCulture,
        $"{publicBaseUrl.OriginalString.TrimEnd('/')}{path}?step={state.Step}&asks={state.Asks}&heard={state.Heard}&choices={state.Choices}&misses={state.Misses}&waits={state.Waits}");

    /// <summary>The state of an address that <see cref="Of"/> made.</summary>
    /// <exception cref="TwilioFormatException">It was made by somebody else.</exception>
    public static CallState StateOf(IQueryCollection query) => new(
        NumberIn(query, "step"),
        Enum.TryParse<CallAsks>(query["asks"], out var asks) && Enum.IsDefined(asks) ? asks : throw new TwilioFormatException("asks is unknown."),
        NumberIn(query, "heard"), NumberIn(query, "choices"), NumberIn(query, "misses"), NumberIn(query, "waits"));

    private static int NumberIn(IQueryCollection query, string name) =>
        int.TryParse(query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= Most
            ? number
            : throw new TwilioFormatException($"{name} is not a number from 0 to {Most}.");
}
