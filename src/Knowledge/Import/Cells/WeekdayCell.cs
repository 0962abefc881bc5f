namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>A day of the week: 周四, 星期四, 礼拜四.</summary>
internal static class WeekdayCell
{
    /// <summary>周一 to 周日 (also 周天).</summary>
    public static readonly CellFormat<DayOfWeek> Format = new(Parse, default);

    private static readonly string[] Prefixes = ["周", "星期", "礼拜"];

    /// <summary>Reads 周四 and the like.</summary>
    public static bool TryParse(string text, out DayOfWeek day)
    {
        var prefix = Array.Find(Prefixes, candidate => text.StartsWith(candidate, StringComparison.Ordinal));
        return TryParseCharacter(prefix is null ? "" : text[prefix.Length..], out day);
    }

    /// <summary>Reads the character of a day alone: 四.</summary>
    public static bool TryParseCharacter(string text, out DayOfWeek day)
    {
        var index = text.Length == 1 ? "日一二三四五六天".IndexOf(text[0], StringComparison.Ordinal) : -1;
        day = (DayOfWeek)(Math.Max(index, 0) % 7);
        return index >= 0;
    }

    private static string? Parse(string text, out DayOfWeek value) =>
        TryParse(text, out value) ? null : "应为周一到周日";
}
