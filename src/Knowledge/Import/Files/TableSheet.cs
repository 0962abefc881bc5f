namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Rows of text cells, read forward: a CSV file or a sheet of a workbook.</summary>
internal abstract class TableSheet(string fileName, string? sheetName) : IDisposable
{
    /// <summary>File name without its folder.</summary>
    public string FileName { get; } = fileName;

    /// <summary>Sheet name in a workbook; null for CSV.</summary>
    public string? SheetName { get; } = sheetName;

    /// <summary>The current row as Excel counts, from 1.</summary>
    public abstract int RowNumber { get; }

    /// <summary>The current row's cells, as they stand; overwritten by the next <see cref="Read"/>.</summary>
    public abstract ArraySegment<string> Cells { get; }

    /// <summary>What is wrong with the current row as a whole, as its author may mend it; null when nothing is.</summary>
    public virtual string? RowFault => null;

    /// <summary>
    /// True when a cell beyond the header can only come from a separator that belonged to a text; in a workbook it is
    /// somebody's remark.
    /// </summary>
    public abstract bool IsStrictlyAsWideAsHeader { get; }

    /// <summary>Goes to the next row.</summary>
    /// <returns>False at the end.</returns>
    /// <exception cref="UnreadableFileException">The file is damaged from here on.</exception>
    public abstract bool Read();

    /// <inheritdoc/>
    public virtual void Dispose() => GC.SuppressFinalize(this);
}
