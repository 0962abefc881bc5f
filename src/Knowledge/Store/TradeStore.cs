using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ServiceBot.Knowledge.Store;

/// <summary>Opens the store of record that the settings name.</summary>
internal sealed class TradeStore(
    IOptions<StorageOptions> storage,
    Lazy<IDbContextFactory<SqliteTradeContext>> sqlite,
    Lazy<IDbContextFactory<PostgresTradeContext>> postgres)
{
    /// <summary>A context of the caller's own, to be disposed; contexts are pooled.</summary>
    public async Task<TradeContext> OpenAsync(CancellationToken cancellationToken) => storage.Value.Database.IsPostgres
        ? await postgres.Value.CreateDbContextAsync(cancellationToken)
        : await sqlite.Value.CreateDbContextAsync(cancellationToken);
}
