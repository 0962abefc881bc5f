using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>How a table's records are told apart, kept and replaced.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">What names a record; two records of one key are both kept.</param>
/// <param name="ToRow">The stored form, version not set.</param>
/// <param name="Scope">The current rows that an import of these records stands in for, in parts that do not meet.</param>
/// <param name="RemovesMissing">True when a current row in scope that the import does not have goes.</param>
/// <param name="WriteOrder">
/// The order of the table's main index, for a table so large that writing out of order would jump about in it.
/// </param>
internal sealed record TableDefinition<TRow, TRecord, TKey>(
    TradeTable Table,
    Func<TRecord, TKey> Key,
    Func<TRecord, TRow> ToRow,
    TableScope<TRow, TRecord> Scope,
    bool RemovesMissing = true,
    Func<TRecord, long>? WriteOrder = null)
    where TRow : TradeRow<TRecord>
    where TRecord : class
    where TKey : notnull;

/// <summary>Finds the current rows that an import stands in for.</summary>
internal delegate Task<IReadOnlyList<IQueryable<TRow>>> TableScope<TRow, TRecord>(
    TradeContext store, IReadOnlyList<TRecord> records, CancellationToken cancellationToken);
