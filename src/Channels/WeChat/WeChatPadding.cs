namespace ServiceBot.Channels.WeChat;

/// <summary>PKCS7 with blocks of 32: 1 to 32 bytes, each the count; a full 32 when the content already fits.</summary>
internal static class WeChatPadding
{
    private const int Block = 32;

    /// <summary>The length with padding.</summary>
    public static int PaddedLength(int length) => length + Block - (length % Block);

    /// <summary>Writes the padding after the content.</summary>
    public static void Fill(Span<byte> buffer, int contentLength) =>
        buffer[contentLength..].Fill((byte)(buffer.Length - contentLength));

    /// <summary>The content without its padding.</summary>
    /// <exception cref="WeChatCryptoException">The padding is not of this form: the key is another one.</exception>
    public static ReadOnlySpan<byte> Strip(ReadOnlySpan<byte> padded)
    {
        var count = padded[^1];
        var fits = count is >= 1 and <= Block && count <= padded.Length
            && !padded[^count..].ContainsAnyExcept(count);
        return fits ? padded[..^count] : throw new WeChatCryptoException(WeChatCryptoFault.Undecryptable);
    }
}
