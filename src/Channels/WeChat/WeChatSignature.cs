using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// WeChat's signature: the parts sorted by byte, joined, SHA-1, lower-case hexadecimal. Three parts (token, timestamp,
/// nonce) sign a request, a fourth (the encrypted text as received) signs its content too.
/// </summary>
internal static class WeChatSignature
{
    /// <summary>Signs the parts, in any order.</summary>
    public static string Sign(params string[] parts)
    {
        // Ordinal: a culture's order puts mixed case elsewhere and gives another digest.
        var joined = string.Concat(parts.Order(StringComparer.Ordinal));
#pragma warning disable CA5350 // The provider's algorithm, not ours to choose.
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(joined)));
#pragma warning restore CA5350
    }

    /// <summary>True when <paramref name="signature"/> signs the parts. Takes the same time wherever they differ.</summary>
    public static bool Matches(string? signature, params string[] parts) =>
        signature is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Sign(parts)));
}
