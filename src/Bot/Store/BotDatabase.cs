using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using Npgsql;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Store;

/// <summary>Opens connections to the conversation store and brings its schema up to date.</summary>
internal sealed class BotDatabase : IAsyncDisposable
{
    private const int MostUsefulReaders = 32;

    private readonly DbDataSource _source;

    public BotDatabase(IOptions<StorageOptions> options)
    {
        var storage = options.Value;
        IsPostgres = storage.Database.IsPostgres;
        MostReaders = IsPostgres
            ? Math.Clamp(new NpgsqlConnectionStringBuilder(storage.Database.ConnectionString).MaxPoolSize / 2, 1, MostUsefulReaders)
            : MostUsefulReaders;
        _source = IsPostgres
            ? NpgsqlDataSource.Create(PostgresConnectionString(storage))
            : new SqliteSource(SqliteConnectionString(storage));
    }

    public bool IsPostgres { get; }

    /// <summary>
    /// Most connections that may be kept open for reading: at most half of the pool, since the writer and the rare
    /// readers must always find one.
    /// </summary>
    public int MostReaders { get; }

    /// <summary>An open connection from the pool.</summary>
    public ValueTask<DbConnection> OpenAsync(CancellationToken cancellationToken) =>
        _source.OpenConnectionAsync(cancellationToken);

    /// <summary>A context for the rare reads; the caller disposes it.</summary>
    public BotContext CreateContext() => IsPostgres
        ? new PostgresBotContext(new DbContextOptionsBuilder<PostgresBotContext>().UseNpgsql(
            _source, npgsql => npgsql.MigrationsHistoryTable(HistoryRepository.DefaultTableName, PostgresBotContext.Schema)).Options)
        : new SqliteBotContext(new DbContextOptionsBuilder<SqliteBotContext>().UseSqlite(_source.ConnectionString).Options);

    /// <summary>
    /// Applies the migrations that are missing. EF's own lock keeps processes that start at once apart; on SQLite that lock
    /// is a row, which a killed process leaves behind, so one that is older than any migration takes is removed.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = CreateContext();
        if (!IsPostgres)
        {
            await RemoveStaleLockAsync(context, cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static async Task RemoveStaleLockAsync(BotContext context, CancellationToken cancellationToken)
    {
        var hasLock = await context.Database
            .SqlQuery<int>($"SELECT COUNT(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'")
            .SingleAsync(cancellationToken);
        if (hasLock > 0)
        {
            await context.Database.ExecuteSqlAsync(
                $"DELETE FROM __EFMigrationsLock WHERE Timestamp < datetime('now', '-1 minute')", cancellationToken);
        }
    }

    /// <summary>A file of its own beside the trade tables, so that a long import never holds up the inbox.</summary>
    private static string SqliteConnectionString(StorageOptions storage)
    {
        Directory.CreateDirectory(storage.DataDirectory);
        var given = new SqliteConnectionStringBuilder(storage.Database.ConnectionString);
        var folder = given.DataSource.Length > 0 ? Path.GetDirectoryName(Path.GetFullPath(given.DataSource))! : storage.DataDirectory;
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(folder, "conversations.db"),
            DefaultTimeout = 30,
        }.ToString();
    }

    private static string PostgresConnectionString(StorageOptions storage) =>
        new NpgsqlConnectionStringBuilder(storage.Database.ConnectionString)
        {
            SearchPath = PostgresBotContext.Schema,
            MaxAutoPrepare = 50,
        }.ToString();

    /// <summary>SQLite connections with the settings every one of them needs.</summary>
    private sealed class SqliteSource(string connectionString) : DbDataSource
    {
        public override string ConnectionString => connectionString;

        protected override DbConnection CreateDbConnection() => new SqliteConnection(connectionString);

        protected override async ValueTask<DbConnection> OpenDbConnectionAsync(CancellationToken cancellationToken)
        {
            var connection = CreateDbConnection();
            await connection.OpenAsync(cancellationToken);
            await using var settings = connection.CreateCommand();

            // FULL: what was acknowledged survives a power cut, at one sync per group commit.
            settings.CommandText = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=30000;";
            await settings.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
    }
}
