namespace ServiceBot.Knowledge.Store;

/// <summary>Which rows a version shows. A version once committed never changes, so reads of it need no transaction.</summary>
internal static class LiveRows
{
    /// <summary>The rows that the version shows.</summary>
    public static IQueryable<TRow> LiveAt<TRow>(this IQueryable<TRow> rows, long version)
        where TRow : TradeRow =>
        rows.Where(row => row.AddedIn <= version && (row.RemovedIn == null || row.RemovedIn > version));

    /// <summary>The rows that the newest version shows.</summary>
    public static IQueryable<TRow> Current<TRow>(this IQueryable<TRow> rows)
        where TRow : TradeRow =>
        rows.Where(row => row.RemovedIn == null);
}
