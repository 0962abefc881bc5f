using System.Text;
using ExcelDataReader;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A sheet of a workbook.</summary>
internal sealed record SheetSummary(string Name, int RowCount);

/// <summary>An open workbook. One sheet is read at a time; sheets may be opened in any order.</summary>
internal sealed class WorkbookFile : IDisposable
{
    /// <summary>Most rows of a sheet: five times what Excel itself allows, so only a forged sheet has more.</summary>
    public const int MaxRows = 5_000_000;

    private readonly string _fileName;
    private readonly IExcelDataReader _reader;
    private int _index;

    // The library asks for code page 1252 at every start, though only the old format needs it.
    static WorkbookFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private WorkbookFile(string fileName, IExcelDataReader reader)
    {
        _fileName = fileName;
        _reader = reader;
        Sheets = ListSheets();
    }

    /// <summary>The sheets in their order.</summary>
    public IReadOnlyList<SheetSummary> Sheets { get; }

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="UnreadableFileException">Not a workbook that can be read.</exception>
    public static WorkbookFile Open(string path)
    {
        var stream = FileOpener.Open(path);
        try
        {
            WorkbookGuard.Check(stream);
            return Guarded(() => new WorkbookFile(
                Path.GetFileName(path), ExcelReaderFactory.CreateOpenXmlReader(stream)));
        }
        catch (UnreadableFileException)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <summary>Opens a sheet by its place, from 0. The sheet opened before can be read no more.</summary>
    /// <exception cref="UnreadableFileException">The sheet is damaged.</exception>
    public TableSheet OpenSheet(int index) => Guarded(() =>
    {
        // Also when the sheet is the current one: it may have been read already.
        if (index <= _index)
        {
            _reader.Reset();
            _index = 0;
        }

        while (_index < index && _reader.NextResult())
        {
            _index++;
        }

        return new WorkbookSheet(_fileName, _reader);
    });

    /// <inheritdoc/>
    public void Dispose() => _reader.Dispose();

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

    private List<SheetSummary> ListSheets()
    {
        var sheets = new List<SheetSummary>();
        do
        {
            CheckSize();
            sheets.Add(new SheetSummary(_reader.Name, _reader.RowCount));
        }
        while (_reader.NextResult());
        _index = sheets.Count;
        return sheets;
    }

    private void CheckSize()
    {
        if (_reader.RowCount > MaxRows)
        {
            throw new UnreadableFileException($"工作表“{_reader.Name}”超过{MaxRows}行");
        }
    }
}
