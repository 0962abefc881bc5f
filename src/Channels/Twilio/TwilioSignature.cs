using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Channels.Twilio;

/// <summary>
/// Twilio's signature: base64(HMAC-SHA1(auth token, address + each field's name and value)), the fields in order of their
/// names. A field that is sent twice with the same value counts once.
/// </summary>
internal static class TwilioSignature
{
    /// <summary>Signs an address and the fields of a form, none for a GET.</summary>
    public static string Sign(string authToken, string address, IEnumerable<KeyValuePair<string, string>> fields)
    {
        // Ordinal: a culture's order puts mixed case elsewhere and gives another signature.
        var sorted = fields.Distinct()
            .OrderBy(field => field.Key, StringComparer.Ordinal).ThenBy(field => field.Value, StringComparer.Ordinal);
        var signed = new StringBuilder(address);
        foreach (var (name, value) in sorted)
        {
            signed.Append(name).Append(value);
        }

#pragma warning disable CA5350 // The provider's algorithm, not ours to choose.
        return Convert.ToBase64String(
            HMACSHA1.HashData(Encoding.UTF8.GetBytes(authToken), Encoding.UTF8.GetBytes(signed.ToString())));
#pragma warning restore CA5350
    }

    /// <summary>
    /// True when the signature is Twilio's, with or without the port in the address: Twilio does either. Takes the same time
    /// wherever the signatures differ.
    /// </summary>
    public static bool Matches(
        string signature, string authToken, string address, IReadOnlyCollection<KeyValuePair<string, string>> fields)
    {
        var given = Encoding.UTF8.GetBytes(signature);
        return TwilioAddress.Variants(address).Any(variant => CryptographicOperations.FixedTimeEquals(
            given, Encoding.UTF8.GetBytes(Sign(authToken, variant, fields))));
    }
}
