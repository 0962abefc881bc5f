using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>Brings every table back to what a version showed, by what has gone and what has come since.</summary>
internal sealed class VersionPutBack(TradeContext store, TableImport import, long version)
{
    private readonly List<TableChange> _changes = [];

    /// <returns>The changes of every table that differs.</returns>
    public async Task<IReadOnlyList<TableChange>> RunAsync(CancellationToken cancellationToken)
    {
        await RestoreAsync(TableDefinitions.Products, cancellationToken);
        await RestoreAsync(TableDefinitions.Staff, cancellationToken);
        await RestoreAsync(TableDefinitions.Retailers, cancellationToken);
        await RestoreAsync(TableDefinitions.SupplyLimits, cancellationToken);
        await RestoreAsync(TableDefinitions.BandLimits, cancellationToken);
        await RestoreAsync(TableDefinitions.Additions, cancellationToken);
        await RestoreAsync(TableDefinitions.Orders, cancellationToken);
        await RestoreAsync(TableDefinitions.Arrivals, cancellationToken);
        await RestoreAsync(TableDefinitions.SettlementAccounts, cancellationToken);
        await RestoreAsync(TableDefinitions.NewBrands, cancellationToken);
        await RestoreAsync(TableDefinitions.Hotlines, cancellationToken);
        await RestoreAsync(TableDefinitions.PolicyNotices, cancellationToken);
        await RestoreAsync(TableDefinitions.Articles, cancellationToken);
        return _changes;
    }

    private async Task RestoreAsync<TRow, TRecord, TKey>(
        TableDefinition<TRow, TRecord, TKey> table, CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord>
        where TRecord : class
        where TKey : notnull
    {
        var rows = store.Set<TRow>();
        var gone = await rows.AsNoTracking()
            .Where(row => row.AddedIn <= version && row.RemovedIn > version)
            .ToListAsync(cancellationToken);
        var since = rows.Current().Where(row => row.AddedIn > version);
        var records = gone.ConvertAll(row => row.ToRecord());
        var whole = table with { RemovesMissing = true };
        var change = await import.MergeAsync(whole, records, [since], "put-back", cancellationToken);
        if (change.Added + change.Changed + change.Removed > 0)
        {
            var kept = await rows.Current().CountAsync(row => row.AddedIn <= version, cancellationToken);
            _changes.Add(change with { Unchanged = change.Unchanged + kept });
        }
    }
}
