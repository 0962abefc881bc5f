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

    /// <summary>Applies the migrations that are missing. Safe when several processes start at once.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var context = CreateContext();
        await context.Database.MigrateAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _source.DisposeAsync();

    private static string SqliteConnectionString(StorageOptions storage)
    {
        Directory.CreateDirectory(storage.DataDirectory);
        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(storage.DataDirectory, "conversations.db"),
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
