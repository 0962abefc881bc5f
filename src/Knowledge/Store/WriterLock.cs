using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace ServiceBot.Knowledge.Store;

/// <summary>One writer at a time, over every process: a second import waits for the first.</summary>
internal static class WriterLock
{
    /// <summary>A random number that no other program uses for its advisory lock.</summary>
    private const long PostgresKey = 0x5EB0_7A11_0001;

    /// <summary>How long an import may run, and another wait for it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Begins the writing transaction once no other process writes; its end lets the next one in.</summary>
    public static async Task<IDbContextTransaction> BeginWriteAsync(
        this TradeContext store, CancellationToken cancellationToken)
    {
        store.Database.SetCommandTimeout(Patience);
        if (store.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            // EF begins SQLite transactions with BEGIN IMMEDIATE, which waits this long for the other writer.
            sqlite.DefaultTimeout = (int)Patience.TotalSeconds;
            return await store.Database.BeginTransactionAsync(cancellationToken);
        }

        var transaction = await store.Database.BeginTransactionAsync(cancellationToken);
        await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PostgresKey})", cancellationToken);
        return transaction;
    }
}
