namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>订货日: 周四, 单周周四, 双周周一.</summary>
internal static class OrderDayCell
{
    /// <summary>A day of every week, or of every second.</summary>
    public static readonly CellFormat<OrderDay> Format = new(Parse, default);

    private static string? Parse(string text, out OrderDay value)
    {
        var compact = TextFolding.WithoutWhiteSpace(text);
        var (weeks, rest) = compact switch
        {
            ['单', '周', ..] => (WeekParity.Odd, compact[2..]),
            ['双', '周', ..] => (WeekParity.Even, compact[2..]),
            ['每', ..] => (WeekParity.Every, compact[1..]),
            _ => (WeekParity.Every, compact),
        };
        var read = WeekdayCell.TryParse(rest, out var day)
            || (weeks != WeekParity.Every && WeekdayCell.TryParseCharacter(rest, out day));
        value = new OrderDay(day, weeks);
        return read ? null : "应为周一到周日，可加单周或双周，如单周周四";
    }
}
