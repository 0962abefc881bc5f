using System.Net.Sockets;
using Garnet;
using Garnet.server;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceBot.Knowledge.Cache;

/// <summary>
/// The Redis-compatible store inside the program, on a Unix-domain socket in the data directory, for when no Redis is
/// set. Of several processes on one data directory the first hosts and the others connect to it; when the host goes,
/// one of them takes over.
/// </summary>
internal sealed partial class EmbeddedGarnet(IOptions<StorageOptions> storage, ILogger<EmbeddedGarnet> logger) : IDisposable
{
    private readonly Lock _gate = new();
    private FileStream? _lockFile;
    private GarnetServer? _server;
    private bool _disposed;

    /// <summary>True when the settings name no Redis of their own.</summary>
    public bool IsWanted => storage.Value.Redis.Length == 0;

    /// <summary>True when this process serves the socket.</summary>
    public bool IsHosting => _server is not null;

    /// <summary>Where it serves, whichever process hosts.</summary>
    public string SocketPath { get; } = GarnetSocket.PathIn(storage.Value.DataDirectory);

    /// <summary>Hosts unless another process does, or this one already. Cheap when there is nothing to do.</summary>
    public void HostIfFree()
    {
        lock (_gate)
        {
            if (IsWanted && !IsHosting && !_disposed && TryLock())
            {
                Start();
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _server?.Dispose();
            _server = null;
            _lockFile?.Dispose();
        }
    }

    /// <summary>The system lets go of the lock when its process ends, however it ends.</summary>
    private bool TryLock()
    {
        Directory.CreateDirectory(storage.Value.DataDirectory);
        try
        {
            _lockFile = new FileStream(
                Path.Combine(storage.Value.DataDirectory, "garnet.lock"),
                FileMode.OpenOrCreate,
                FileAccess.ReadWrite,
                FileShare.None);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void Start()
    {
        // A host that was killed leaves its socket behind; holding the lock, nobody else serves it.
        File.Delete(SocketPath);
        _server = new GarnetServer(Options(SocketPath));
        _server.Start();
        LogHosting(SocketPath);
    }

    /// <summary>A cache only: small, in memory, nothing written to disk; what does not fit goes.</summary>
    private static GarnetServerOptions Options(string socketPath) => new()
    {
        EndPoints = [new UnixDomainSocketEndPoint(socketPath)],
        UnixSocketPath = socketPath,
        UnixSocketPermission = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        QuietMode = true,
        LogMemorySize = "64m",
        PageSize = "1m",
        SegmentSize = "64m",
        IndexMemorySize = "8m",
        BufferPoolMemoryBudget = "16m",
        EnableAOF = false,
        MaxDatabases = 1,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "Serving the embedded Redis-compatible store on {Socket}.")]
    private partial void LogHosting(string socket);
}
