using Npgsql;

namespace ServiceBot.Fixtures;

/// <summary>
/// A throwaway PostgreSQL in a temporary folder, reached by a Unix-domain socket. Started at first use. PostgreSQL
/// refuses to run as root, so there it runs as the user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly TemporaryFolder _folder = new();
    private ServerProcess? _server;
    private int _databases;

    /// <summary>Makes an empty database; skips the calling test when PostgreSQL is not installed.</summary>
    /// <returns>Its Npgsql connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        TestEnvironment.RequireProgram("initdb");
        await StartAsync();
        var name = $"test{Interlocked.Increment(ref _databases)}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE template0");
        return ConnectionString(name);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await _server.DisposeAsync();
        }

        _folder.Dispose();
        _gate.Dispose();
    }

    private string ConnectionString(string database) =>
        $"Host={_folder.Path};Username=postgres;Database={database};Maximum Pool Size=20";

    private async Task StartAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (_server is null)
            {
                await InitializeAsync();
                _server = StartProcess("postgres", ServerArguments());
                await _server.UntilAsync(AnswersAsync);
            }
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task InitializeAsync()
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder.Path, (UnixFileMode)0b111_111_111);
        }

        var (program, arguments) = AsPostgres(
            "initdb",
            ["-D", _folder.File("data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]);
        await ServerProcess.RunAsync(program, arguments);
    }

    /// <summary>Durability is off: the data lives as long as the tests.</summary>
    private IEnumerable<string> ServerArguments() =>
    [
        "-D", _folder.File("data"), "-k", _folder.Path, "-c", "listen_addresses=", "-c", "fsync=off",
        "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200",
    ];

    private static ServerProcess StartProcess(string name, IEnumerable<string> serverArguments)
    {
        var (program, arguments) = AsPostgres(name, serverArguments);
        return ServerProcess.Start(program, arguments);
    }

    private static (string Program, IEnumerable<string> Arguments) AsPostgres(string name, IEnumerable<string> arguments)
    {
        var program = TestEnvironment.RequireProgram(name);
        return Environment.UserName == "root"
            ? (TestEnvironment.RequireProgram("setpriv"),
                ["--reuid=postgres", "--regid=postgres", "--init-groups", program, .. arguments])
            : (program, arguments);
    }

    private async Task<bool> AnswersAsync()
    {
        await ExecuteAsync("SELECT 1");
        return true;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
