using LinqToDB.Data;
using LinqToDB.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>Brings one table to what an import says, inside the caller's transaction.</summary>
internal sealed class TableImport(TradeContext store, long version, IProgress<ImportProgress>? progress)
{
    /// <summary>Rows written or removed by one statement.</summary>
    private const int BatchRows = 2000;

    /// <summary>Rows between two reports of progress.</summary>
    private const int ReportRows = 20_000;

    /// <summary>Replaces what the records cover by the records.</summary>
    /// <returns>What changed.</returns>
    public async Task<TableChange> ReplaceAsync<TRow, TRecord, TKey>(
        TableDefinition<TRow, TRecord, TKey> table,
        IReadOnlyList<TRecord> records,
        string file,
        CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord>
        where TRecord : class
        where TKey : notnull
    {
        var scope = await table.Scope(store, records, cancellationToken);
        return await MergeAsync(table, records, scope, file, cancellationToken);
    }

    /// <summary>Replaces the given current rows by the records.</summary>
    public async Task<TableChange> MergeAsync<TRow, TRecord, TKey>(
        TableDefinition<TRow, TRecord, TKey> table,
        IReadOnlyList<TRecord> records,
        IReadOnlyList<IQueryable<TRow>> scope,
        string file,
        CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord>
        where TRecord : class
        where TKey : notnull
    {
        var diff = new RecordDiff<TRecord, TKey>(records, table.Key);
        var gone = await FindGoneAsync(diff, scope, table.RemovesMissing, cancellationToken);
        await RemoveAsync<TRow>(gone, cancellationToken);
        await WriteAsync(table.ToRow, diff.ToWrite(table.WriteOrder), $"写入 {file}", cancellationToken);
        return new TableChange(
            table.Table, file, diff.Added, diff.Changed, table.RemovesMissing ? diff.Missing : 0, diff.Unchanged);
    }

    private static async Task<List<long>> FindGoneAsync<TRow, TRecord, TKey>(
        RecordDiff<TRecord, TKey> diff,
        IReadOnlyList<IQueryable<TRow>> scope,
        bool removesMissing,
        CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord>
        where TRecord : class
        where TKey : notnull
    {
        var gone = new List<long>();
        foreach (var part in scope)
        {
            var rows = part.AsNoTracking().AsAsyncEnumerable();
            await foreach (var row in rows.WithCancellation(cancellationToken))
            {
                var fate = diff.See(row.ToRecord());
                if (fate == RowFate.Changed || (fate == RowFate.Missing && removesMissing))
                {
                    gone.Add(row.Id);
                }
            }
        }

        gone.Sort();
        return gone;
    }

    private async Task RemoveAsync<TRow>(List<long> ids, CancellationToken cancellationToken)
        where TRow : TradeRow
    {
        foreach (var batch in ids.Chunk(BatchRows))
        {
            await store.Set<TRow>()
                .Where(row => EF.Parameter(batch).Contains(row.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.RemovedIn, version), cancellationToken);
        }
    }

    private async Task WriteAsync<TRow, TRecord>(
        Func<TRecord, TRow> toRow,
        IReadOnlyList<TRecord> records,
        string stage,
        CancellationToken cancellationToken)
        where TRow : TradeRow
    {
        var total = records.Count;
        if (total == 0)
        {
            return;
        }

        var postgres = store.Database.IsNpgsql();
        var options = new BulkCopyOptions
        {
            BulkCopyType = postgres ? BulkCopyType.ProviderSpecific : BulkCopyType.MultipleRows,
            MaxBatchSize = postgres ? null : BatchRows,
            NotifyAfter = ReportRows,
            RowsCopiedCallback = copied => progress?.Report(new ImportProgress(stage, copied.RowsCopied, total)),
        };
        await store.BulkCopyAsync(options, records.Select(record => Added(toRow(record))), cancellationToken);
        progress?.Report(new ImportProgress(stage, total, total));
    }

    private TRow Added<TRow>(TRow row)
        where TRow : TradeRow
    {
        row.AddedIn = version;
        return row;
    }
}
