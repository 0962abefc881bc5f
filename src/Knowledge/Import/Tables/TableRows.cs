using ServiceBot.Knowledge.Import.Files;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>A row kept while the header is looked for.</summary>
internal sealed record KeptRow(int Number, string[] Cells, string? Fault);

/// <summary>The rows of a sheet from its header on. Title lines above the header are passed over.</summary>
internal sealed class TableRows(TableSheet sheet)
{
    private const int HeaderWithin = 10;

    private readonly Queue<KeptRow> _kept = new();

    /// <summary>Number of the current row as Excel counts.</summary>
    public int Number { get; private set; }

    /// <summary>Cells of the current row.</summary>
    public ArraySegment<string> Cells { get; private set; }

    /// <summary>What is wrong with the current row as a whole; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>
    /// Finds the header among the first ten rows: the one with the most known columns. The rows after it come next.
    /// </summary>
    /// <returns>Null when no row has any.</returns>
    public KeptRow? FindHeader(TableColumns columns)
    {
        while (_kept.Count < HeaderWithin && sheet.Read())
        {
            _kept.Enqueue(new KeptRow(sheet.RowNumber, [.. sheet.Cells], sheet.RowFault));
        }

        var header = _kept.MaxBy(row => Known(row, columns));
        if (header is null || Known(header, columns) == 0)
        {
            return null;
        }

        while (_kept.Dequeue() != header)
        {
        }

        return header;
    }

    /// <summary>Goes to the next row that is not blank.</summary>
    /// <returns>False at the end.</returns>
    public bool Read()
    {
        do
        {
            if (!ReadAny())
            {
                return false;
            }
        }
        while (IsBlank(Cells) && Fault is null);
        return true;
    }

    private bool ReadAny()
    {
        if (_kept.TryDequeue(out var kept))
        {
            (Number, Cells, Fault) = (kept.Number, kept.Cells, kept.Fault);
            return true;
        }

        if (!sheet.Read())
        {
            return false;
        }

        (Number, Cells, Fault) = (sheet.RowNumber, sheet.Cells, sheet.RowFault);
        return true;
    }

    private static int Known(KeptRow row, TableColumns columns) =>
        row.Cells.Count(cell => columns.Find(cell) is not null);

    private static bool IsBlank(ArraySegment<string> cells)
    {
        foreach (var cell in cells)
        {
            if (!string.IsNullOrWhiteSpace(cell))
            {
                return false;
            }
        }

        return true;
    }
}
