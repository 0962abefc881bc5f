using System.Buffers;
using System.Globalization;
using System.Text;
using MiniExcelLibs;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>Ways a table comes out of the trade's systems.</summary>
public enum TableFormat
{
    Utf8,
    Utf8WithMark,
    Gb18030,
    Utf16,
    Workbook,
}

/// <summary>Writes tables to files.</summary>
internal static class TableWriter
{
    public static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(54936)!;

    /// <summary>Writes one table as a file named by it; the path.</summary>
    public static string Write(string folder, string name, string[] headers, string[][] rows, TableFormat format)
    {
        if (format == TableFormat.Workbook)
        {
            return WriteWorkbook(Path.Combine(folder, $"{name}.xlsx"), (name, headers, rows));
        }

        var path = Path.Combine(folder, $"{name}.csv");
        File.WriteAllText(path, ToCsv([headers, .. rows]), EncodingOf(format));
        return path;
    }

    /// <summary>Writes a workbook, numbers and dates as such.</summary>
    public static string WriteWorkbook(string path, params (string Sheet, string[] Headers, string[][] Rows)[] sheets)
    {
        MiniExcel.SaveAs(path, sheets.ToDictionary(sheet => sheet.Sheet, sheet => (object)ToRows(sheet.Headers, sheet.Rows)));
        return path;
    }

    /// <summary>Rows as CSV text.</summary>
    public static string ToCsv(IEnumerable<string[]> rows, char delimiter = ',') =>
        string.Concat(rows.Select(row => string.Join(delimiter, row.Select(Quoted)) + "\r\n"));

    private static readonly SearchValues<char> Special = SearchValues.Create(",;\t\"\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny(Special) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    private static Encoding EncodingOf(TableFormat format) => format switch
    {
        TableFormat.Utf8 => new UTF8Encoding(false),
        TableFormat.Utf8WithMark => new UTF8Encoding(true),
        TableFormat.Gb18030 => Gb18030,
        TableFormat.Utf16 => Encoding.Unicode,
        _ => throw new ArgumentOutOfRangeException(nameof(format)),
    };

    private static List<Dictionary<string, object?>> ToRows(string[] headers, string[][] rows) =>
        [.. rows.Select(row => headers.Zip(row).ToDictionary(cell => cell.First, cell => ToCell(cell.Second)))];

    private static object? ToCell(string text)
    {
        if (DateTime.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        var isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number);
        return isNumber ? number : text.Length == 0 ? null : text;
    }
}
