using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// WeChat's message encryption, both ways: AES-256-CBC over 16 random bytes, the message's length in bytes, the
/// message and the AppID, padded to 32. Keeps the previous key for pushes that were under way when it changed.
/// </summary>
internal sealed class WeChatCrypto
{
    private const int RandomBytes = 16;
    private const int HeaderBytes = RandomBytes + sizeof(int);
    private const int AesBlock = 16;

    private readonly byte[][] _keys;
    private readonly byte[] _appId;

    /// <param name="appId">The account's AppID, which ends every message.</param>
    /// <param name="encodingAesKey">43 characters, see <see cref="IsKey"/>.</param>
    /// <param name="previousEncodingAesKey">Tried when the current key does not fit; may be empty.</param>
    public WeChatCrypto(string appId, string encodingAesKey, string? previousEncodingAesKey = null)
    {
        _appId = Encoding.UTF8.GetBytes(appId);
        _keys = string.IsNullOrEmpty(previousEncodingAesKey)
            ? [DecodeKey(encodingAesKey)]
            : [DecodeKey(encodingAesKey), DecodeKey(previousEncodingAesKey)];
    }

    /// <summary>True for 43 characters of base64. The last one may carry spare bits, as real keys do.</summary>
    public static bool IsKey(string text) =>
        text.Length == 43 && Convert.TryFromBase64String(text + "=", new byte[33], out var length) && length == 32;

    /// <summary>Encrypts with the current key; base64.</summary>
    public string Encrypt(string message) => Encrypt(message, RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>Encrypts with a chosen start of 16 bytes, which only known answers need.</summary>
    public string Encrypt(string message, byte[] random)
    {
        var length = Encoding.UTF8.GetByteCount(message);
        var plain = new byte[WeChatPadding.PaddedLength(HeaderBytes + length + _appId.Length)];
        random.CopyTo(plain, 0);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomBytes), length);
        Encoding.UTF8.GetBytes(message, plain.AsSpan(HeaderBytes));
        _appId.CopyTo(plain, HeaderBytes + length);
        WeChatPadding.Fill(plain, HeaderBytes + length + _appId.Length);
        using var aes = CreateAes(_keys[0]);
        return Convert.ToBase64String(aes.EncryptCbc(plain, _keys[0].AsSpan(0, AesBlock), PaddingMode.None));
    }

    /// <summary>Decrypts and checks that the message is for this account.</summary>
    /// <exception cref="WeChatCryptoException">It is not base64, no key fits, or it names another account.</exception>
    public string Decrypt(string encrypted)
    {
        var cipher = DecodeBase64(encrypted);
        WeChatCryptoException? fault = null;
        foreach (var key in _keys)
        {
            try
            {
                return Open(DecryptBlocks(cipher, key));
            }
            catch (WeChatCryptoException exception)
            {
                // The current key's fault is the one to tell.
                fault ??= exception;
            }
        }

        throw fault!;
    }

    private static byte[] DecodeKey(string encodingAesKey) => Convert.FromBase64String(encodingAesKey + "=");

    private static byte[] DecodeBase64(string encrypted)
    {
        try
        {
            return Convert.FromBase64String(encrypted);
        }
        catch (FormatException exception)
        {
            throw new WeChatCryptoException(WeChatCryptoFault.NotBase64, exception);
        }
    }

    private static byte[] DecryptBlocks(byte[] cipher, byte[] key)
    {
        if (cipher.Length < 2 * AesBlock || cipher.Length % AesBlock != 0)
        {
            throw new WeChatCryptoException(WeChatCryptoFault.Undecryptable);
        }

        // Half of all messages carry 17 to 32 padding bytes, which the framework's PKCS7 refuses.
        using var aes = CreateAes(key);
        return aes.DecryptCbc(cipher, key.AsSpan(0, AesBlock), PaddingMode.None);
    }

    private string Open(byte[] plain)
    {
        var content = WeChatPadding.Strip(plain);
        if (content.Length < HeaderBytes)
        {
            throw new WeChatCryptoException(WeChatCryptoFault.Undecryptable);
        }

        var length = BinaryPrimitives.ReadInt32BigEndian(content[RandomBytes..]);
        if (length < 0 || length > content.Length - HeaderBytes)
        {
            throw new WeChatCryptoException(WeChatCryptoFault.Undecryptable);
        }

        return content[(HeaderBytes + length)..].SequenceEqual(_appId)
            ? Encoding.UTF8.GetString(content.Slice(HeaderBytes, length))
            : throw new WeChatCryptoException(WeChatCryptoFault.OtherAccount);
    }

    private static Aes CreateAes(byte[] key)
    {
        var aes = Aes.Create();
        aes.Key = key;
        return aes;
    }
}
