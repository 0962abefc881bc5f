using System.Globalization;
using System.Text;
using System.Text.Json;
using CsvHelper;

namespace ServiceBot.Knowledge.Import;

/// <summary>
/// The sample county's tables, moved in time so that a demo never goes stale: its anchor week becomes this week, and
/// its accounts are as of last evening.
/// </summary>
public static class SampleCounty
{
    private const int DateLength = 10;
    private const string DateFormat = "yyyy-MM-dd";
    private const string OrdersTable = "订货";
    private const string OrderDateColumn = "订货日期";
    private const string OrderDayColumn = "订货日";

    // Cycles, orders and the like keep their weekday; an account's hours belong to the day itself.
    private static readonly HashSet<string> MovedByWeeks =
        ["开始日期", "结束日期", OrderDateColumn, "到货日期", "上市日期", "生效日期", "失效日期"];

    private static readonly HashSet<string> MovedByDays = ["余额时间", "扣款时间"];

    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>
    /// Writes the tables of the sample folder into the target folder with their dates moved. Rows of 订货 after today are
    /// left out. 单周 and 双周 change places when an odd number of weeks goes by, so that orders stay in their weeks.
    /// </summary>
    /// <param name="sampleFolder">Holds the CSV tables and <c>sample.json</c> with <c>anchorDate</c>, a Monday.</param>
    /// <param name="today">The date in China.</param>
    /// <param name="targetFolder">Made when absent; files of the same names are replaced.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    /// <returns>The target folder.</returns>
    /// <exception cref="InvalidDataException">The anchor is no Monday, or a date cell holds no date.</exception>
    public static async Task<string> PrepareAsync(
        string sampleFolder, DateOnly today, string targetFolder, CancellationToken cancellationToken)
    {
        var anchor = await ReadAnchorAsync(Path.Combine(sampleFolder, "sample.json"), cancellationToken);
        var move = new Move(today, anchor);
        Directory.CreateDirectory(targetFolder);
        foreach (var path in Directory.EnumerateFiles(sampleFolder, "*.csv"))
        {
            await MoveTableAsync(path, Path.Combine(targetFolder, Path.GetFileName(path)), move, cancellationToken);
        }

        return targetFolder;
    }

    private static async Task<DateOnly> ReadAnchorAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var settings = await JsonSerializer.DeserializeAsync<Settings>(
            stream, JsonSerializerOptions.Web, cancellationToken);
        return settings is { AnchorDate.DayOfWeek: DayOfWeek.Monday }
            ? settings.AnchorDate
            : throw new InvalidDataException($"{path}: anchorDate must be a Monday.");
    }

    private static async Task MoveTableAsync(
        string source, string target, Move move, CancellationToken cancellationToken)
    {
        using var reader = new CsvReader(new StreamReader(source), CultureInfo.InvariantCulture);
        await using var writer = new CsvWriter(
            new StreamWriter(target, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)),
            CultureInfo.InvariantCulture);
        await reader.ReadAsync();
        reader.ReadHeader();
        var headers = reader.HeaderRecord ?? throw new InvalidDataException($"{source}: the header row is missing.");
        await WriteRowAsync(writer, headers);
        var isOrders = Path.GetFileNameWithoutExtension(source) == OrdersTable;
        var orderDate = isOrders ? Array.IndexOf(headers, OrderDateColumn) : -1;
        while (await reader.ReadAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = headers.Select((header, column) => move.Cell(header, reader.GetField(column) ?? "")).ToArray();
            if (orderDate < 0 || ReadDate(cells[orderDate]) <= move.Today)
            {
                await WriteRowAsync(writer, cells);
            }
        }
    }

    private static async Task WriteRowAsync(CsvWriter writer, IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            writer.WriteField(cell);
        }

        await writer.NextRecordAsync();
    }

    private static DateOnly ReadDate(string cell) =>
        cell.Length >= DateLength
        && DateOnly.TryParseExact(cell.AsSpan(0, DateLength), DateFormat, Plain, DateTimeStyles.None, out var date)
            ? date
            : throw new InvalidDataException($"The sample's date cell 「{cell}」 is not written like 2026-11-23.");

    private sealed record Settings(DateOnly AnchorDate);

    private sealed record Move(DateOnly Today, DateOnly Anchor)
    {
        private int Days => Today.DayNumber - Anchor.DayNumber;

        private int Weeks => (int)Math.Floor(Days / 7.0);

        public string Cell(string header, string cell) =>
            cell.Length == 0 ? cell
            : MovedByWeeks.Contains(header) ? Moved(cell, Weeks * 7)
            : MovedByDays.Contains(header) ? Moved(cell, Days)
            : header == OrderDayColumn && Weeks % 2 != 0 ? OtherWeek(cell)
            : cell;

        // What follows the date, an hour or half a day, stays.
        private static string Moved(string cell, int days) =>
            ReadDate(cell).AddDays(days).ToString(DateFormat, Plain) + cell[DateLength..];

        private static string OtherWeek(string cell) =>
            cell[0] == '单' ? "双" + cell[1..] : cell[0] == '双' ? "单" + cell[1..] : cell;
    }
}
