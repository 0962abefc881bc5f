using System.Globalization;

namespace ServiceBot.Knowledge.Import.Files;

/// <summary>Writes a workbook's cell as the text that a CSV export would hold.</summary>
internal static class WorkbookCell
{
    // Excel shows 15 digits of a number and so does decimal; larger numbers are in no table.
    private const double MaxExact = 1e15;

    /// <summary>The text; empty for an empty cell.</summary>
    public static string ToText(object? value) => value switch
    {
        null => "",
        string text => text,
        double number => NumberText(number),
        DateTime date => DateText(date),
        TimeSpan time => TimeText(time),
        bool flag => flag ? "TRUE" : "FALSE",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    private static string NumberText(double number) => Math.Abs(number) < MaxExact
        ? ((decimal)number).ToString("0.###############", CultureInfo.InvariantCulture)
        : number.ToString(CultureInfo.InvariantCulture);

    private static string DateText(DateTime date)
    {
        var rounded = RoundToSecond(date);
        var pattern = rounded.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss";
        return rounded.ToString(pattern, CultureInfo.InvariantCulture);
    }

    private static string TimeText(TimeSpan time) =>
        time.ToString(time.Seconds == 0 ? @"hh\:mm" : @"hh\:mm\:ss", CultureInfo.InvariantCulture);

    // A time is a fraction of a day, so that 08:30 may be stored as 08:29:59.9999.
    private static DateTime RoundToSecond(DateTime date) =>
        new((date.Ticks + (TimeSpan.TicksPerSecond / 2)) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond);
}
