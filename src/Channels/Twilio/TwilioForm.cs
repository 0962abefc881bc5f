using Microsoft.AspNetCore.WebUtilities;

namespace ServiceBot.Channels.Twilio;

/// <summary>The fields of a callback. New ones appear without notice, and every one of them is signed.</summary>
internal sealed class TwilioForm
{
    private TwilioForm(IReadOnlyCollection<KeyValuePair<string, string>> fields) => Fields = fields;

    /// <summary>All of them in the order they came, repeats included.</summary>
    public IReadOnlyCollection<KeyValuePair<string, string>> Fields { get; }

    /// <summary>A field's first value; null when it is absent or empty, which to Twilio is the same.</summary>
    public string? this[string name] => Fields.FirstOrDefault(field => field.Key == name) is { Value.Length: > 0 } field
        ? field.Value : null;

    /// <summary>A field that a callback of this kind always has.</summary>
    /// <exception cref="TwilioFormatException">It is absent or empty.</exception>
    public string Require(string name) => this[name] ?? throw new TwilioFormatException($"{name} is missing.");

    /// <summary>Reads <c>application/x-www-form-urlencoded</c>; escapes that are none stay as they are.</summary>
    public static TwilioForm Parse(string body)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var pair in new QueryStringEnumerable(body))
        {
            fields.Add(new(pair.DecodeName().ToString(), pair.DecodeValue().ToString()));
        }

        return new TwilioForm(fields);
    }
}

/// <summary>A signed callback is not of the form that its kind has.</summary>
internal sealed class TwilioFormatException(string message) : Exception(message);
