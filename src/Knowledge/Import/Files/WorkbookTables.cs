namespace ServiceBot.Knowledge.Import.Files;

/// <summary>
/// Tells which sheets of a workbook are tables: the sheets' own names count; only when none is a table's does the file's
/// name speak for the first sheet with content.
/// </summary>
internal static class WorkbookTables
{
    /// <summary>The sheets that hold something, in their order; a null table is one that no name tells.</summary>
    /// <param name="workbook">The workbook.</param>
    /// <param name="named">The table that the file's name tells; null when it tells none.</param>
    public static IEnumerable<(string Sheet, TradeTable? Table)> Find(WorkbookFile workbook, TradeTable? named)
    {
        var sheets = workbook.Sheets.Select(name => (Name: name, Table: TradeTableNames.Find(name))).ToList();
        if (sheets.TrueForAll(sheet => sheet.Table is null))
        {
            return sheets.Where(sheet => !IsBlank(workbook, sheet.Name))
                .DefaultIfEmpty(sheets[0])
                .Select((sheet, index) => (sheet.Name, index == 0 ? named : null));
        }

        return sheets.Where(sheet => sheet.Table is not null || !IsBlank(workbook, sheet.Name));
    }

    // A sheet too damaged to tell is not blank: read as a table it is a fault, passed over it is a notice.
    private static bool IsBlank(WorkbookFile workbook, string sheet)
    {
        try
        {
            return workbook.IsBlank(sheet);
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }
}
