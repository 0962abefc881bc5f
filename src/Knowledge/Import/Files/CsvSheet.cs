using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>A CSV file.</summary>
internal sealed class CsvSheet : TableSheet
{
    // Longer than any text of a table: a quotation mark that is never closed must not take in the whole file.
    private const int MaxCellLength = 100_000;

    private readonly CsvParser _parser;
    private string[] _cells = new string[64];
    private bool _hasBrokenQuotes;

    private CsvSheet(string fileName, Stream stream, Encoding encoding, char delimiter)
        : base(fileName, null)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter.ToString(),
            IgnoreBlankLines = false,
            CacheFields = true,
            MaxFieldSize = MaxCellLength,
            BadDataFound = bad => _hasBrokenQuotes |= bad.Field.TrimStart().StartsWith('"'),
        };
        _parser = new CsvParser(new StreamReader(stream, encoding), configuration);
    }

    /// <inheritdoc/>
    public override int RowNumber => _parser.Row;

    /// <inheritdoc/>
    public override ArraySegment<string> Cells => new(_cells, 0, _parser.Count);

    /// <inheritdoc/>
    public override string? RowFault => _hasBrokenQuotes ? "引号应成对；单元格里的引号应写成两个引号" : null;

    /// <inheritdoc/>
    public override bool IsStrictlyAsWideAsHeader => true;

    /// <summary>Opens a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isKnownHeader">True for the headers of the table that it should hold.</param>
    /// <exception cref="UnreadableFileException">The file cannot be opened or is no text.</exception>
    public static CsvSheet Open(string path, Func<string, bool> isKnownHeader)
    {
        var stream = FileOpener.Open(path);
        try
        {
            var encoding = CsvEncoding.Detect(stream);
            var delimiter = CsvDelimiter.Detect(stream, encoding, isKnownHeader);
            return new CsvSheet(Path.GetFileName(path), stream, encoding, delimiter);
        }
        catch (UnreadableFileException)
        {
            stream.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool Read()
    {
        _hasBrokenQuotes = false;
        try
        {
            return ReadCells();
        }
        catch (MaxFieldSizeException e)
        {
            throw new UnreadableFileException($"第{_parser.Row}行有一格超过{MaxCellLength}字，可能少了一个引号", e);
        }
        catch (IOException e)
        {
            throw new UnreadableFileException("文件读到一半出错，请重新复制后再导入", e);
        }
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        _parser.Dispose();
        base.Dispose();
    }

    private bool ReadCells()
    {
        if (!_parser.Read())
        {
            return false;
        }

        if (_parser.Count > _cells.Length)
        {
            Array.Resize(ref _cells, _parser.Count * 2);
        }

        for (var i = 0; i < _parser.Count; i++)
        {
            _cells[i] = _parser[i];
        }

        return true;
    }
}
