namespace ServiceBot.Fixtures;

/// <summary>A folder of a test's own, gone when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path. Short, so that a Unix socket inside it stays under the system's limit.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("sb-").FullName;

    /// <summary>A path inside.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A process that is still going down may hold a file; the system clears the temporary folder.
        }
    }
}
