using ServiceBot.Fixtures;

namespace ServiceBot.Knowledge.Tests.Support;

/// <summary>A store of record and a Redis to run the same tests on.</summary>
public abstract class Backend : IAsyncDisposable
{
    /// <summary>The data directory of the test's nodes.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>The settings of a node, on storage that is the same for the whole test.</summary>
    public abstract Task<Dictionary<string, string?>> SettingsAsync();

    /// <inheritdoc/>
    public virtual ValueTask DisposeAsync()
    {
        Folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>SQLite and the embedded Garnet: what a clean clone runs on.</summary>
public sealed class SqliteBackend : Backend
{
    /// <inheritdoc/>
    public override Task<Dictionary<string, string?>> SettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["Storage:DataDirectory"] = Folder.Path });
}

/// <summary>Real PostgreSQL and real Redis. The Redis is the test's own when the test kills it.</summary>
public sealed class PostgresBackend(PostgresServer postgres, RedisServer redis) : Backend
{
    private string? _database;

    /// <inheritdoc/>
    public override async Task<Dictionary<string, string?>> SettingsAsync() => new()
    {
        ["Storage:DataDirectory"] = Folder.Path,
        ["Storage:Database:Provider"] = "postgresql",
        ["Storage:Database:ConnectionString"] = _database ??= await postgres.CreateDatabaseAsync(),
        ["Storage:Redis"] = await redis.StartAsync(),
    };
}
