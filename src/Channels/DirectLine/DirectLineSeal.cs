using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// Signs what is handed out, so that nothing has to be remembered and every process knows it again: HMAC-SHA256 under a key
/// derived from the secret. What was sealed for one purpose does not open for another.
/// </summary>
internal sealed class DirectLineSeal(IOptions<DirectLineOptions> options)
{
    private const int MacLength = HMACSHA256.HashSizeInBytes;
    private const int LongestSealed = 4096;

    private readonly Lazy<byte[]> _key = new(() => HKDF.DeriveKey(
        HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(options.Value.Secret), MacLength, info: "ServiceBot Direct Line 1"u8.ToArray()));

    /// <summary>The content, signed, in letters that need no escaping anywhere.</summary>
    public string Close(string purpose, ReadOnlySpan<byte> content) =>
        Base64Url.EncodeToString([.. Mac(purpose, content), .. content]);

    /// <summary>The content of what was closed for this purpose; null for anything else.</summary>
    public byte[]? Open(string purpose, string text)
    {
        if (text.Length > LongestSealed || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length < MacLength)
        {
            return null;
        }

        var content = bytes.AsSpan(MacLength);
        return CryptographicOperations.FixedTimeEquals(Mac(purpose, content), bytes.AsSpan(0, MacLength)) ? content.ToArray() : null;
    }

    private byte[] Mac(string purpose, ReadOnlySpan<byte> content) =>
        HMACSHA256.HashData(_key.Value, (byte[])[.. Encoding.UTF8.GetBytes(purpose), 0, .. content]);
}
