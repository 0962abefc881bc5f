using System.Buffers;
using System.Text;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Finds how a CSV file is encoded: by its mark, else UTF-8 when all of it is, else GB18030.</summary>
internal static class CsvEncoding
{
    private const int Gb18030 = 54936;
    private const int ChunkSize = 1 << 16;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Encoding Chinese = CodePagesEncodingProvider.Instance.GetEncoding(
        Gb18030, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], Utf8),
        ([0xFF, 0xFE], new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)),
        ([0xFE, 0xFF], new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)),
    ];

    /// <summary>The encoding of the whole stream, which is read to its end and set back to its start.</summary>
    /// <exception cref="UnreadableFileException">None fits, or the content is no text.</exception>
    public static Encoding Detect(Stream stream)
    {
        var marked = FindMark(stream);
        Encoding[] candidates = marked is null ? [Utf8, Chinese] : [marked];
        return Array.Find(candidates, candidate => IsTextIn(candidate, stream))
            ?? throw new UnreadableFileException("文件不是UTF-8或GB18030编码的文本，请用Excel另存为CSV UTF-8");
    }

    private static Encoding? FindMark(Stream stream)
    {
        var start = new byte[3];
        var length = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return Array.Find(Marks, marked => start.AsSpan(0, length).StartsWith(marked.Mark)).Encoding;
    }

    private static bool IsTextIn(Encoding encoding, Stream stream)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(ChunkSize);
        var chars = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        try
        {
            return IsTextIn(encoding.GetDecoder(), stream, bytes, chars);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
            stream.Position = 0;
        }
    }

    private static bool IsTextIn(Decoder decoder, Stream stream, byte[] bytes, char[] chars)
    {
        try
        {
            int read;
            do
            {
                read = stream.Read(bytes);
                var length = decoder.GetChars(bytes.AsSpan(0, read), chars, flush: read == 0);
                if (chars.AsSpan(0, length).Contains('\0'))
                {
                    return false;
                }
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
