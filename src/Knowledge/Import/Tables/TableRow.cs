namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>The row that is being read. One object serves all rows of a sheet.</summary>
internal sealed class TableRow(string file, string? sheet, FaultLog log)
{
    private ArraySegment<string> _cells = [];

    /// <summary>Row as Excel counts.</summary>
    public int Number { get; private set; }

    /// <summary>True when something in this row is wrong.</summary>
    public bool IsFaulty { get; private set; }

    /// <summary>Goes on to another row.</summary>
    public void MoveTo(int number, ArraySegment<string> cells)
    {
        Number = number;
        IsFaulty = false;
        _cells = cells;
    }

    /// <summary>The trimmed text of a cell; empty when the row or the sheet does not reach so far.</summary>
    public string Text(Column column) =>
        (uint)column.Index < (uint)_cells.Count ? TextFolding.Trim(_cells[column.Index]) : "";

    /// <summary>The text of a cell, or of the cell that stands in for it when it is empty.</summary>
    public string Shown(Column column) =>
        Text(column) is { Length: > 0 } text || column.StandIn is null ? Text(column) : Text(column.StandIn);

    /// <summary>True when all these cells hold what they should.</summary>
    public bool AreSound(params ReadOnlySpan<Column> columns)
    {
        foreach (var column in columns)
        {
            if (!column.IsSound(Number))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Says what is wrong with a cell.</summary>
    /// <param name="column">The column.</param>
    /// <param name="value">What the cell holds; null when it is empty.</param>
    /// <param name="expected">What was expected, as it goes on after the column's name.</param>
    public void Fault(Column column, string? value, string expected)
    {
        column.MarkFaulty(Number);
        FaultInRow(column.WrittenHeader ?? column.Header, value, column.Name + expected);
    }

    /// <summary>Says what is wrong with the row or several of its cells.</summary>
    public void FaultInRow(string? header, string? value, string expected)
    {
        IsFaulty = true;
        log.Add(new ImportFault(file, sheet, Number, header, value, expected));
    }
}
