namespace ServiceBot.Knowledge.Import;

/// <summary>One thing that is wrong in a file, said so that the person who exported it can mend it.</summary>
/// <param name="File">File name without its folder.</param>
/// <param name="Sheet">Sheet name in a workbook; null for CSV.</param>
/// <param name="Row">Row as Excel counts, the header being 1; null when the fault is of the whole file or column.</param>
/// <param name="Column">Header of the column; null when the fault is of the whole row or file.</param>
/// <param name="Value">The value found; null when there is none.</param>
/// <param name="Expected">What was expected, in plain words.</param>
public sealed record ImportFault(string File, string? Sheet, int? Row, string? Column, string? Value, string Expected);

/// <summary>Rows that one table gains, changes and loses.</summary>
/// <param name="Table">The table.</param>
/// <param name="File">The file it came from.</param>
/// <param name="Added">Rows whose key is new.</param>
/// <param name="Changed">Rows whose key was there with other values.</param>
/// <param name="Removed">Rows whose key is gone from what the import covers.</param>
/// <param name="Unchanged">Rows that stay as they are.</param>
public sealed record TableChange(TradeTable Table, string File, int Added, int Changed, int Removed, int Unchanged);

/// <summary>The outcome of an import, a dry run or putting a version back.</summary>
/// <param name="Version">The version made; null when nothing was changed (faults, a dry run).</param>
/// <param name="Changes">By table.</param>
/// <param name="Faults">Everything that is wrong; any fault means that nothing was changed.</param>
/// <param name="Notices">What a person should know: ignored columns, skipped sheets, a cache that could not be told.</param>
public sealed record ImportResult(
    long? Version,
    IReadOnlyList<TableChange> Changes,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<string> Notices)
{
    /// <summary>True when there was no fault.</summary>
    public bool Succeeded => Faults.Count == 0;
}

/// <summary>How far a long import is.</summary>
/// <param name="Stage">What is being done, such as 读取 订货.csv.</param>
/// <param name="Done">Rows done in this stage.</param>
/// <param name="Total">Rows in this stage; null when not known yet.</param>
public sealed record ImportProgress(string Stage, long Done, long? Total);

/// <summary>One import as the history shows it.</summary>
public sealed record ImportVersion(
    long Version, DateTimeOffset ImportedAt, string ImportedBy, string Source, IReadOnlyList<TableChange> Changes);
