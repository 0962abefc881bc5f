using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A workbook of sheets.</summary>
internal sealed class WorkbookFile
{
    // Shared texts stay in memory: the library would else put them, trade data, into the temporary folder.
    private static readonly OpenXmlConfiguration Configuration = new() { EnableSharedStringCache = false };

    private readonly string _path;

    private WorkbookFile(string path, IReadOnlyList<string> sheets) => (_path, Sheets) = (path, sheets);

    /// <summary>The names of the sheets in their order.</summary>
    public IReadOnlyList<string> Sheets { get; }

    /// <summary>Looks at a workbook; nothing stays open.</summary>
    /// <exception cref="UnreadableFileException">Not a workbook that can be read.</exception>
    public static WorkbookFile Open(string path)
    {
        using var stream = FileOpener.Open(path);
        WorkbookGuard.Check(stream);
        return new WorkbookFile(path, Guarded(() => stream.GetSheetNames(Configuration)));
    }

    /// <summary>Opens a sheet, from its first row.</summary>
    public TableSheet OpenSheet(string name)
    {
        var stream = FileOpener.Open(_path);
        return new WorkbookSheet(Path.GetFileName(_path), name, stream, RowsOf(stream, name));
    }

    /// <summary>True when no cell of the sheet holds anything.</summary>
    /// <exception cref="UnreadableFileException">The sheet is damaged.</exception>
    public bool IsBlank(string name)
    {
        using var sheet = OpenSheet(name);
        while (sheet.Read())
        {
            if (sheet.Cells.Any(cell => cell.Length > 0))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>
    /// Runs the workbook library. What it throws at a damaged file is not limited to its own exceptions, so this border
    /// takes all of them.
    /// </summary>
    public static T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (UnreadableFileException or OutOfMemoryException))
        {
            throw new UnreadableFileException("工作簿已损坏或不是标准的.xlsx，请用Excel另存后再导入", e);
        }
    }

    private static IEnumerable<IDictionary<string, object?>> RowsOf(Stream stream, string name) =>
        stream.Query(sheetName: name, excelType: ExcelType.XLSX, configuration: Configuration)
            .Cast<IDictionary<string, object?>>();
}
