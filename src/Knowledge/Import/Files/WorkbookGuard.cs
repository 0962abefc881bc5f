using System.IO.Compression;
using System.Text;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Looks at a workbook from outside before it is opened.</summary>
internal static class WorkbookGuard
{
    /// <summary>Largest content, unpacked, in bytes. The runtime unpacks no more of an entry than the file declares.</summary>
    public const long MaxUnpackedSize = 1L << 30;

    private static ReadOnlySpan<byte> CompoundFileMark => [0xD0, 0xCF, 0x11, 0xE0];

    /// <summary>Refuses what is encrypted, of the old format, no workbook at all, or too large once unpacked.</summary>
    /// <exception cref="UnreadableFileException">Refused.</exception>
    public static void Check(Stream stream, long maxUnpackedSize = MaxUnpackedSize)
    {
        Span<byte> mark = stackalloc byte[4];
        var length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        if (length == mark.Length && mark.SequenceEqual(CompoundFileMark))
        {
            throw new UnreadableFileException(IsEncrypted(stream)
                ? "工作簿有打开密码，请去掉密码后另存再导入"
                : "工作簿是旧的.xls格式，请另存为.xlsx再导入");
        }

        if (UnpackedSize(stream) > maxUnpackedSize)
        {
            throw new UnreadableFileException("工作簿解开后超过1GB，请分开或改用CSV");
        }

        stream.Position = 0;
    }

    // An encrypted workbook is a compound file with a stream of this name; names are UTF-16 in its directory.
    private static bool IsEncrypted(Stream stream)
    {
        stream.Position = 0;
        var start = new byte[Math.Min(stream.Length, 1 << 20)];
        var tail = new byte[start.Length];
        stream.ReadExactly(start);
        stream.Seek(-tail.Length, SeekOrigin.End);
        stream.ReadExactly(tail);
        var name = Encoding.Unicode.GetBytes("EncryptedPackage");
        return start.AsSpan().IndexOf(name) >= 0 || tail.AsSpan().IndexOf(name) >= 0;
    }

    private static long UnpackedSize(Stream stream)
    {
        try
        {
            stream.Position = 0;
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.Entries.Sum(entry => entry.Length);
        }
        catch (InvalidDataException e)
        {
            throw new UnreadableFileException("不是有效的.xlsx文件，可能已损坏，请用Excel另存后再导入", e);
        }
    }
}
