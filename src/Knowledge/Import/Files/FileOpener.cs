namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Opens files for reading, with the system's refusals in plain words.</summary>
internal static class FileOpener
{
    private const int BufferSize = 1 << 16;

    /// <summary>Opens a file that nobody is writing.</summary>
    /// <exception cref="UnreadableFileException">Absent, in use, not permitted or empty.</exception>
    public static FileStream Open(string path)
    {
        var stream = Try(() => new FileStream(
            path, FileMode.Open, System.IO.FileAccess.Read, FileShare.Read, BufferSize, FileOptions.SequentialScan));
        if (stream.Length > 0)
        {
            return stream;
        }

        stream.Dispose();
        throw new UnreadableFileException("文件是空的");
    }

    /// <summary>Runs a reading action, with the system's refusals as <see cref="UnreadableFileException"/>.</summary>
    public static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnreadableFileException("文件不存在", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new UnreadableFileException("没有读取这个文件的权限", e);
        }
        catch (IOException e)
        {
            throw new UnreadableFileException("文件打不开，可能正被别的程序使用，请关闭后再导入", e);
        }
    }
}
