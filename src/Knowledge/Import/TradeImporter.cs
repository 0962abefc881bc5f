namespace ServiceBot.Knowledge.Import;

/// <summary>Loads trade tables, all or nothing, and keeps every import as a version that can be put back.</summary>
public sealed class TradeImporter
{
    /// <summary>Loads a file or a folder of files.</summary>
    /// <param name="path">A .csv or .xlsx file, or a folder of them.</param>
    /// <param name="dryRun">Check and count only.</param>
    /// <param name="importedBy">Who, for the history.</param>
    /// <param name="progress">Told as rows go by.</param>
    /// <param name="cancellationToken">Stops with nothing changed.</param>
    public Task<ImportResult> ImportAsync(
        string path,
        bool dryRun,
        string importedBy,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>The imports, newest first.</summary>
    public Task<IReadOnlyList<ImportVersion>> VersionsAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Puts the tables back as they were just after the given version, as a new version of its own.
    /// </summary>
    public Task<ImportResult> PutBackAsync(
        long version, bool dryRun, string importedBy, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
