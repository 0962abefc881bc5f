using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Store;

/// <summary>
/// A version that changed a kind of table. The label is random: a store restored from a backup counts on from an older
/// number, and must not meet what Redis still holds of the numbers lost.
/// </summary>
internal sealed record Generation(long Version, string Label)
{
    /// <summary>As it stands in a cache key.</summary>
    public override string ToString() => $"{Version}-{Label}";
}

/// <summary>What the tables stand at. Everything read for one answer is of one such version.</summary>
/// <param name="Version">The newest import; 0 before the first.</param>
/// <param name="Book">The last version that changed a table every retailer shares.</param>
/// <param name="Retailers">The last version that changed a table of retailers' own rows.</param>
/// <param name="LoadedAt">When each table was last loaded, changed or not.</param>
internal sealed record TradeVersion(
    long Version, Generation Book, Generation Retailers, IReadOnlyDictionary<TradeTable, DateTimeOffset> LoadedAt)
{
    /// <summary>Before the first import.</summary>
    public static TradeVersion None { get; } = 
        new(0, new Generation(0, ""), new Generation(0, ""), new Dictionary<TradeTable, DateTimeOffset>());

    /// <summary>The version whose rows make a retailer's file: the later of the two that its key names.</summary>
    public long FileVersion => Math.Max(Book.Version, Retailers.Version);

    /// <summary>When the table was last loaded; null when it never was.</summary>
    public DateTimeOffset? AsOf(TradeTable table) =>
        LoadedAt.TryGetValue(table, out var loadedAt) ? loadedAt : null;

    /// <summary>True for a table of retailers' own rows, false for one that every retailer shares.</summary>
    public static bool IsOfRetailers(TradeTable table) => table
        is TradeTable.Retailers or TradeTable.Additions or TradeTable.Orders or TradeTable.SettlementAccounts;

    /// <summary>The next version, after these changes.</summary>
    public TradeVersion After(
        IReadOnlyList<TableChange> changes, IReadOnlyDictionary<TradeTable, DateTimeOffset> loadedAt)
    {
        var next = new Generation(Version + 1, Guid.NewGuid().ToString("N"));
        var touched = changes.Where(change => change.Added + change.Changed + change.Removed > 0)
            .Select(change => IsOfRetailers(change.Table))
            .ToHashSet();
        return new TradeVersion(
            next.Version, touched.Contains(false) ? next : Book, touched.Contains(true) ? next : Retailers, loadedAt);
    }
}
