using ServiceBot.Knowledge.Import.Files;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Reads one sheet through its table's schema.</summary>
internal sealed class TableReading(
    TableSource source, TableSchema schema, FaultLog log, IProgress<ImportProgress>? progress)
{
    private const int ReportEvery = 5_000;

    private readonly string _stage = $"读取 {source.Place}";

    /// <summary>Reads header and rows; every fault goes to the log.</summary>
    /// <returns>False when rows may be missing: the sheet could not be read to its end, or lacks columns.</returns>
    public bool Read(CancellationToken cancellationToken)
    {
        progress?.Report(new ImportProgress(_stage, 0, null));
        try
        {
            using var sheet = source.Open(header => schema.Columns.Find(header) is not null);
            return Read(sheet, cancellationToken);
        }
        catch (UnreadableFileException e)
        {
            Fault(e.Message);
            return false;
        }
    }

    private bool Read(TableSheet sheet, CancellationToken cancellationToken)
    {
        var rows = new TableRows(sheet);
        if (rows.FindHeader(schema.Columns) is not { } header)
        {
            Fault($"没有找到表头，应有这些列：{string.Join('、', schema.Columns.All.Select(column => column.Header))}");
            return false;
        }

        new HeaderBinding(source.FileName, source.SheetName, log).Bind(schema.Columns, header);
        ReadRows(sheet, rows, header, cancellationToken);
        return !schema.Columns.All.Any(column => column.IsMissing);
    }

    private void ReadRows(TableSheet sheet, TableRows rows, KeptRow header, CancellationToken cancellationToken)
    {
        var row = new TableRow(source.FileName, source.SheetName, log);
        var count = 0;
        while (rows.Read())
        {
            row.MoveTo(rows.Number, rows.Cells);
            Take(row, rows, sheet.IsStrictlyAsWideAsHeader ? header.Cells.Length : int.MaxValue);
            if (++count % ReportEvery == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(new ImportProgress(_stage, count, null));
            }
        }

        if (count == 0)
        {
            Fault("表头下面没有数据");
        }

        progress?.Report(new ImportProgress(_stage, count, count));
    }

    private void Take(TableRow row, TableRows rows, int width)
    {
        if (rows.Fault is not null)
        {
            row.FaultInRow(null, null, rows.Fault);
        }
        else if (FirstBeyond(width, rows.Cells) is { } extra)
        {
            row.FaultInRow(null, extra, "单元格不应比表头多；含有分隔符的内容应加引号");
        }
        else
        {
            schema.Take(row);
        }
    }

    private static string? FirstBeyond(int width, ArraySegment<string> cells)
    {
        for (var i = width; i < cells.Count; i++)
        {
            if (!string.IsNullOrWhiteSpace(cells[i]))
            {
                return cells[i];
            }
        }

        return null;
    }

    private void Fault(string expected) =>
        log.Add(new ImportFault(source.FileName, source.SheetName, null, null, null, expected));
}
