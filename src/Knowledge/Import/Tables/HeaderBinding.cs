namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Binds a table's columns to a sheet's header and says what does not fit.</summary>
internal sealed class HeaderBinding(string file, string? sheet, FaultLog log)
{
    /// <summary>Gives each column its place. A missing or repeated column is a fault, an unknown one a notice.</summary>
    public void Bind(TableColumns columns, KeptRow header)
    {
        for (var i = 0; i < header.Cells.Length; i++)
        {
            Bind(columns, header, i);
        }

        foreach (var column in columns.All.Where(column => column.IsMissing))
        {
            Fault(header.Number, column.Header, $"缺少“{column.Header}”列");
        }
    }

    private void Bind(TableColumns columns, KeptRow header, int index)
    {
        var written = TextFolding.Trim(header.Cells[index]);
        if (columns.Find(written) is not { } column)
        {
            NoticeUnknown(written);
        }
        else if (column.Index >= 0)
        {
            Fault(header.Number, written, $"“{column.Header}”列重复了，应只有一列");
        }
        else
        {
            column.Index = index;
            column.WrittenHeader = written.ReplaceLineEndings(" ");
        }
    }

    private void NoticeUnknown(string written)
    {
        if (written.Length > 0)
        {
            log.Notice($"{(sheet is null ? file : $"{file}的工作表“{sheet}”")}：“{written}”列不在表里，被忽略");
        }
    }

    private void Fault(int row, string column, string expected) =>
        log.Add(new ImportFault(file, sheet, row, column, null, expected));
}
