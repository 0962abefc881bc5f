using ExcelDataReader;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A sheet of a workbook, its cells as text.</summary>
internal sealed class WorkbookSheet(string fileName, IExcelDataReader reader) : TableSheet(fileName, reader.Name)
{
    private readonly string[] _cells = new string[reader.FieldCount];

    /// <inheritdoc/>
    public override int? RowCount => reader.RowCount;

    /// <inheritdoc/>
    public override int RowNumber => reader.Depth + 1;

    /// <inheritdoc/>
    public override ArraySegment<string> Cells => _cells;

    /// <inheritdoc/>
    public override bool IsStrictlyAsWideAsHeader => false;

    /// <inheritdoc/>
    public override bool Read()
    {
        var more = WorkbookFile.Guarded(reader.Read);
        if (more)
        {
            FillCells();
        }

        return more;
    }

    private void FillCells()
    {

        for (var i = 0; i < _cells.Length; i++)
        {
            _cells[i] = WorkbookCell.ToText(reader.GetValue(i), reader.GetNumberFormatString(i));
        }
    }
}
