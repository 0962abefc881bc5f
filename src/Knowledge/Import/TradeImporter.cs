using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>Loads trade tables, all or nothing, and keeps every import as a version that can be put back.</summary>
public sealed class TradeImporter
{
    private readonly TradeStore _stores;
    private readonly TradeTableReader _reader;
    private readonly TradeWriter _writer;
    private readonly TradeVersions _versions;

    internal TradeImporter(
        TradeStore stores, TradeTableReader reader, TradeWriter writer, TradeVersions versions)
    {
        _stores = stores;
        _reader = reader;
        _writer = writer;
        _versions = versions;
    }

    /// <summary>Loads a file or a folder of files.</summary>
    /// <param name="path">A .csv or .xlsx file, or a folder of them.</param>
    /// <param name="dryRun">Check and count only.</param>
    /// <param name="importedBy">Who, for the history.</param>
    /// <param name="progress">Told as rows go by.</param>
    /// <param name="cancellationToken">Stops with nothing changed.</param>
    public async Task<ImportResult> ImportAsync(
        string path,
        bool dryRun,
        string importedBy,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken)
    {
        var read = await _reader.ReadAsync(path, await ReferencesAsync(cancellationToken), progress, cancellationToken);
        var source = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        var request = new WriteRequest(source, importedBy, dryRun, progress);
        return await ImportAsync(read, request, cancellationToken);
    }

    /// <summary>The imports, newest first.</summary>
    public async Task<IReadOnlyList<ImportVersion>> VersionsAsync(CancellationToken cancellationToken)
    {
        await using var store = await _stores.OpenAsync(cancellationToken);
        var rows = await store.Versions.AsNoTracking()
            .OrderByDescending(version => version.Version)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToHistory());
    }

    /// <summary>
    /// Puts the tables back as they were just after the given version, as a new version of its own.
    /// </summary>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public async Task<ImportResult> PutBackAsync(
        long version, bool dryRun, string importedBy, CancellationToken cancellationToken)
    {
        var request = new WriteRequest($"版本 {version}", importedBy, dryRun, Progress: null);
        var outcome = await _writer.PutBackAsync(version, request, cancellationToken);
        return new ImportResult(outcome.Version, outcome.Changes, [], await TellAsync(outcome));
    }

    /// <summary>Loads what was read, unless it has faults.</summary>
    internal async Task<ImportResult> ImportAsync(
        TradeTableRead read, WriteRequest request, CancellationToken cancellationToken)
    {
        if (read.Faults.Count > 0)
        {
            return new ImportResult(null, [], read.Faults, read.Notices);
        }

        var outcome = await _writer.ImportAsync(read, request, cancellationToken);
        var notices = await TellAsync(outcome);
        return new ImportResult(outcome.Version, outcome.Changes, [], [.. read.Notices, .. notices]);
    }

    private async Task<TradeReferences> ReferencesAsync(CancellationToken cancellationToken)
    {
        await using var store = await _stores.OpenAsync(cancellationToken);
        return await store.ReferencesAsync(cancellationToken);
    }

    /// <summary>Moves this node and every other to the new version, which stands whether or not the caller still waits.</summary>
    /// <returns>What a person should know of it.</returns>
    private async Task<IReadOnlyList<string>> TellAsync(WriteOutcome outcome)
    {
        if (outcome.Version is not { } version)
        {
            return [];
        }

        await _versions.RefreshAsync(CancellationToken.None);
        return await _versions.AnnounceAsync(version) ? [] : ["Redis 未连接，未能即时通知其他节点；它们会在一秒左右自行换用新版本。"];
    }
}
