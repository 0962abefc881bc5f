using System.Diagnostics.CodeAnalysis;
using ServiceBot.Knowledge.Import.Files;
using ServiceBot.Knowledge.Import.Tables;

namespace ServiceBot.Knowledge.Import;

/// <summary>Reads CSV and XLSX files of trade tables into typed rows and names every fault.</summary>
internal sealed class TradeTableReader
{
    /// <summary>
    /// Reads a file, or every .csv and .xlsx in a folder (not in folders within). What is wrong with a file, even that it
    /// is not there, is a fault, not an exception.
    /// </summary>
    /// <param name="path">A file or a folder.</param>
    /// <param name="references">What rows may refer to besides the tables of this import.</param>
    /// <param name="progress">Told at each table and every few thousand rows.</param>
    /// <param name="cancellationToken">Stops with <see cref="OperationCanceledException"/>.</param>
    [SuppressMessage("Performance", "CA1822", Justification = "A collaborator that is handed over, not a helper.")]
    public Task<TradeTableRead> ReadAsync(
        string path,
        TradeReferences references,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) =>
        // The libraries read synchronously and an import takes a while: the caller's thread stays free.
        Task.Run(() => Read(path, references, progress, cancellationToken), cancellationToken);

    private static TradeTableRead Read(
        string path, TradeReferences loaded, IProgress<ImportProgress>? progress, CancellationToken cancellationToken)
    {
        var log = new FaultLog();
        var tables = new TradeTableSet();
        var references = new ReferenceIndex(loaded);
        var sources = new TableSources(log);
        var found = sources.Find(path);
        references.MarkIncomplete(sources.Incomplete);
        foreach (var source in found)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Read(source, tables, references, log, progress, cancellationToken);
        }

        BandCoverage.Check(tables, log);
        var files = found.ToDictionary(source => source.Table, source => source.FileName);
        return new TradeTableRead(tables, files, log.ToFaults(), log.Notices);
    }

    private static void Read(
        TableSource source,
        TradeTableSet tables,
        ReferenceIndex references,
        FaultLog log,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var schema = TableSchemas.For(source.Table, references);
        if (!new TableReading(source, schema, log, progress).Read(cancellationToken))
        {
            references.MarkIncomplete([source.Table]);
        }

        schema.HandOver(tables);
        foreach (var notice in schema.Notices())
        {
            log.Notice($"{source.Place}：{notice}");
        }
    }
}
