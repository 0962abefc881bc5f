using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>Loads the tables that an import has, referred-to tables first: the orders' cycles are those of its own plan.</summary>
internal sealed class TradeSetImport(
    TableImport import, TradeTableSet set, IReadOnlyDictionary<TradeTable, string> files)
{
    private readonly List<TableChange> _changes = [];

    /// <returns>The changes of every table that the import has.</returns>
    public async Task<IReadOnlyList<TableChange>> RunAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(TableDefinitions.Products, set.Products, cancellationToken);
        await LoadAsync(TableDefinitions.Staff, set.Staff, cancellationToken);
        await LoadAsync(TableDefinitions.Retailers, set.Retailers, cancellationToken);
        await LoadAsync(TableDefinitions.SupplyLimits, set.SupplyLimits, cancellationToken);
        await LoadAsync(TableDefinitions.BandLimits, set.BandLimits, cancellationToken);
        await LoadAsync(TableDefinitions.Additions, set.Additions, cancellationToken);
        await LoadAsync(TableDefinitions.Orders, set.Orders, cancellationToken);
        await LoadAsync(TableDefinitions.Arrivals, set.Arrivals, cancellationToken);
        await LoadAsync(TableDefinitions.SettlementAccounts, set.SettlementAccounts, cancellationToken);
        await LoadAsync(TableDefinitions.NewBrands, set.NewBrands, cancellationToken);
        await LoadAsync(TableDefinitions.Hotlines, InOrder(set.Hotlines), cancellationToken);
        await LoadAsync(TableDefinitions.PolicyNotices, set.PolicyNotices, cancellationToken);
        await LoadAsync(TableDefinitions.Articles, set.Articles, cancellationToken);
        return _changes;
    }

    private static List<PlacedHotline>? InOrder(List<Hotline>? hotlines) =>
        hotlines?.Select((hotline, position) => new PlacedHotline(position, hotline)).ToList();

    private async Task LoadAsync<TRow, TRecord, TKey>(
        TableDefinition<TRow, TRecord, TKey> table, List<TRecord>? records, CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord>
        where TRecord : class
        where TKey : notnull
    {
        if (records is not null)
        {
            var file = files.GetValueOrDefault(table.Table, table.Table.ToString());
            _changes.Add(await import.ReplaceAsync(table, records, file, cancellationToken));
        }
    }
}
