using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Knowledge.Store;

/// <summary>Where the store of record is and how contexts reach it.</summary>
internal static class TradeDatabase
{
    /// <summary>The SQLite file's name in the data directory.</summary>
    public const string FileName = "trade.db";

    /// <summary>The connection string that the settings mean.</summary>
    public static string ConnectionString(StorageOptions storage)
    {
        if (storage.Database.IsPostgres || storage.Database.ConnectionString.Length > 0)
        {
            return storage.Database.ConnectionString;
        }

        return new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(Path.GetFullPath(storage.DataDirectory), FileName),
        }.ToString();
    }

    public static void UseSqlite(DbContextOptionsBuilder options, string connectionString) => options
        .UseSqlite(connectionString)
        .AddInterceptors(SqlitePragmas.Instance);

    public static void UsePostgres(DbContextOptionsBuilder options, string connectionString) => options
        .UseNpgsql(connectionString, npgsql => npgsql
            .MigrationsHistoryTable("__EFMigrationsHistory", PostgresTradeContext.Schema));
}
