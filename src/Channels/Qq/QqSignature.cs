using System.Text;
using Org.BouncyCastle.Math.EC.Rfc8032;

namespace ServiceBot.Channels.Qq;

/// <summary>
/// The Ed25519 signature that the bot's secret makes: callbacks carry it over timestamp and body, and the address check is
/// answered with it. The framework has no Ed25519.
/// </summary>
internal sealed class QqSignature
{
    private const int SeedBytes = 32;
    private const int SignatureBytes = 64;

    private readonly byte[] _seed;
    private readonly byte[] _publicKey = new byte[Ed25519.PublicKeySize];

    public QqSignature(string secret)
    {
        _seed = SeedOf(secret);
        Ed25519.GeneratePublicKey(_seed, 0, _publicKey, 0);
    }

    /// <summary>The public key, 64 hex digits.</summary>
    public string PublicKey => Convert.ToHexStringLower(_publicKey);

    /// <summary>True when the signature is the secret's over timestamp and body.</summary>
    /// <param name="signature">128 hex digits, as the header holds them.</param>
    /// <param name="timestamp">The header's text.</param>
    /// <param name="body">The body just as it came.</param>
    public bool Matches(string? signature, string timestamp, byte[] body)
    {
        if (BytesOf(signature) is not { } bytes)
        {
            return false;
        }

        byte[] signed = [.. Encoding.UTF8.GetBytes(timestamp), .. body];
        return Ed25519.Verify(bytes, 0, _publicKey, 0, signed, 0, signed.Length);
    }

    /// <summary>Signs; 128 hex digits.</summary>
    public string Sign(string text)
    {
        var message = Encoding.UTF8.GetBytes(text);
        var signature = new byte[SignatureBytes];
        Ed25519.Sign(_seed, 0, message, 0, message.Length, signature, 0);
        return Convert.ToHexStringLower(signature);
    }

    /// <summary>The secret is doubled until it has 32 bytes; the first 32 are the seed.</summary>
    internal static byte[] SeedOf(string secret)
    {
        var text = secret;
        while (Encoding.UTF8.GetByteCount(text) < SeedBytes)
        {
            text += text;
        }

        return Encoding.UTF8.GetBytes(text)[..SeedBytes];
    }

    /// <summary>The signature's bytes; null when it is none. The last byte's upper bits are always 0 in a canonical one.</summary>
    private static byte[]? BytesOf(string? signature)
    {
        var bytes = new byte[SignatureBytes];
        return signature?.Length == SignatureBytes * 2
            && Convert.FromHexString(signature, bytes, out _, out _) == System.Buffers.OperationStatus.Done
            && (bytes[^1] & 0xE0) == 0
                ? bytes
                : null;
    }
}
