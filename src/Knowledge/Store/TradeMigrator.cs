using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ServiceBot.Knowledge.Store;

/// <summary>Brings the database up to date, one process at a time.</summary>
internal sealed class TradeMigrator(TradeStore stores, IOptions<StorageOptions> storage)
{
    /// <summary>A random number that no other program uses for its advisory lock.</summary>
    private const long PostgresKey = 0x5EB0_7A11_0002;

    private static readonly TimeSpan LockRetry = TimeSpan.FromMilliseconds(50);

    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var store = await stores.OpenAsync(cancellationToken);
        await (store.Database.IsNpgsql()
            ? MigratePostgresAsync(store, cancellationToken)
            : MigrateSqliteAsync(store, cancellationToken));
    }

    private static async Task MigratePostgresAsync(TradeContext store, CancellationToken cancellationToken)
    {
        await store.Database.OpenConnectionAsync(cancellationToken);
        await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_lock({PostgresKey})", cancellationToken);
        try
        {
            await store.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            await store.Database.ExecuteSqlAsync($"SELECT pg_advisory_unlock({PostgresKey})", CancellationToken.None);
        }
    }

    private async Task MigrateSqliteAsync(TradeContext store, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(storage.Value.DataDirectory);
        await using var fileLock = await LockFileAsync(cancellationToken);

        // With the write-ahead log readers go on during an import. The file keeps this.
        await store.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
        var pending = await store.Database.GetPendingMigrationsAsync(cancellationToken);
        if (!pending.Any())
        {
            return;
        }

        // EF marks a running migration by a row, which a killed process leaves behind for ever. Our lock is the
        // system's and ends with its process, so under it such a row is nobody's.
        await store.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await store.Database.MigrateAsync(cancellationToken);
    }

    /// <summary>Waits for another process by the real clock: what is waited for is a process, not a time.</summary>
    private async Task<FileStream> LockFileAsync(CancellationToken cancellationToken)
    {
        var path = Path.Combine(storage.Value.DataDirectory, "migrate.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(LockRetry, cancellationToken);
            }
        }
    }
}
