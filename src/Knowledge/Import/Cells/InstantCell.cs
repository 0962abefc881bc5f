using System.Globalization;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Dates with a time of day in China; the value is the UTC instant.</summary>
internal static class InstantCell
{
    /// <summary>2026-11-24 08:30, with or without seconds, or Excel's day number; a date alone is its midnight.</summary>
    public static readonly CellFormat<DateTimeOffset> Format = new(Parse, default);

    private static readonly string[] TimePatterns = ["H:mm", "H:mm:ss"];

    private static string? Parse(string text, out DateTimeOffset value)
    {
        var folded = TextFolding.FoldWidth(text);
        var read = TryParseWritten(folded, out var date, out var time) || TryParseSerial(folded, out date, out time);
        value = read ? date.AtInChina(time) : default;
        return read ? null : "应为真实的日期和时间，写成2026-11-24 08:30";
    }

    private static bool TryParseWritten(string text, out DateOnly date, out TimeOnly time)
    {
        var space = text.IndexOf(' ', StringComparison.Ordinal);
        time = default;
        return DateCell.TryParse(space < 0 ? text : text[..space], out date)
            && (space < 0 || TryParseTime(text[(space + 1)..].Trim(), out time));
    }

    private static bool TryParseTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TimePatterns, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static bool TryParseSerial(string text, out DateOnly date, out TimeOnly time)
    {
        (date, time) = (default, default);
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days)
            || days is < 36526 or >= 73051)
        {
            return false;
        }

        var seconds = (long)Math.Round(days * 86_400m);
        date = DateCell.FromSerial((int)(seconds / 86_400));
        time = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(seconds % 86_400));
        return true;
    }
}
