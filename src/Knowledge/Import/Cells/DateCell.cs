using System.Globalization;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Dates, 2000 to 2099.</summary>
internal static class DateCell
{
    /// <summary>2026-11-24, 2026/11/24, 2026/6/1 or Excel's day number.</summary>
    public static readonly CellFormat<DateOnly> Format = new(Parse, default);

    // Excel counts days from 1899-12-30 (for dates after February 1900).
    private static readonly DateOnly ExcelEpoch = new(1899, 12, 30);

    private static readonly string[] Patterns = ["yyyy-M-d", "yyyy/M/d"];

    /// <summary>Reads a date; a time of midnight after it, as some exports write, is no part of it.</summary>
    public static bool TryParse(string text, out DateOnly date)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        if (space > 0 && text[(space + 1)..] is "0:00" or "00:00" or "0:00:00" or "00:00:00")
        {
            text = text[..space];
        }

        return (TryParseWritten(text, out date) || TryParseSerial(text, out date)) && date.Year is >= 2000 and <= 2099;
    }

    /// <summary>The date of Excel's day number.</summary>
    public static DateOnly FromSerial(int days) => ExcelEpoch.AddDays(days);

    private static bool TryParseWritten(string text, out DateOnly date) =>
        DateOnly.TryParseExact(text, Patterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);

    private static bool TryParseSerial(string text, out DateOnly date)
    {
        var isSerial = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && text.Length == 5;
        date = isSerial ? FromSerial(days) : default;
        return isSerial;
    }

    private static string? Parse(string text, out DateOnly value) =>
        TryParse(TextFolding.FoldWidth(text), out value) ? null : "应为真实的日期，写成2026-11-24";
}
