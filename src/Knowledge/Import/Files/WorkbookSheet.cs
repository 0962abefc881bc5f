namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A sheet of a workbook, its cells as text.</summary>
internal sealed class WorkbookSheet : TableSheet
{
    /// <summary>Most rows: what Excel allows, so only a forged sheet has more.</summary>
    public const int MaxRows = 1_048_576;

    /// <summary>Most columns: what Excel allows.</summary>
    public const int MaxColumns = 16_384;

    private readonly Stream _stream;
    private readonly IEnumerator<IDictionary<string, object?>> _rows;
    private readonly Func<bool> _moveNext;
    private string[] _cells = [];
    private int _rowNumber;

    /// <summary>Takes over the stream; a row has its cells by column letters.</summary>
    public WorkbookSheet(
        string fileName, string sheetName, Stream stream, IEnumerable<IDictionary<string, object?>> rows)
        : base(fileName, sheetName)
    {
        _stream = stream;
        _rows = rows.GetEnumerator();
        _moveNext = _rows.MoveNext;
    }

    /// <inheritdoc/>
    public override int RowNumber => _rowNumber;

    /// <inheritdoc/>
    public override ArraySegment<string> Cells => _cells;

    /// <inheritdoc/>
    public override bool IsStrictlyAsWideAsHeader => false;

    /// <inheritdoc/>
    public override bool Read()
    {
        if (!WorkbookFile.Guarded(_moveNext))
        {
            return false;
        }

        if (++_rowNumber > MaxRows)
        {
            throw new UnreadableFileException($"工作表超过{MaxRows}行");
        }

        FillCells(_rows.Current);
        return true;
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _rows.Dispose();
        _stream.Dispose();
        base.Dispose();
    }

    private void FillCells(IDictionary<string, object?> row)
    {
        Array.Fill(_cells, "");
        foreach (var (letters, value) in row)
        {
            var index = IndexOf(letters);
            EnsureWidth(index + 1);
            _cells[index] = WorkbookCell.ToText(value);
        }
    }

    private void EnsureWidth(int width)
    {
        if (width > MaxColumns)
        {
            throw new UnreadableFileException($"工作表超过{MaxColumns}列");
        }

        var old = _cells.Length;
        if (width > old)
        {
            Array.Resize(ref _cells, width);
            Array.Fill(_cells, "", old, width - old);
        }
    }

    // A is 0, Z 25, AA 26.
    private static int IndexOf(string letters) =>
        letters.Aggregate(0, (number, letter) => (number * 26) + (letter - 'A' + 1)) - 1;
}
