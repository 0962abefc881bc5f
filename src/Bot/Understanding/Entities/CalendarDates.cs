using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Dates by number: 2026-11-24, 2026年11月24日, 11月24日, 十一月二十四号, 24号. Without a year or a month the nearest such
/// day to today is meant.
/// </summary>
internal static partial class CalendarDates
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text, DateOnly today)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            if (Resolve(match, today) is { } date)
            {
                yield return new EntitySpan(new Entity.DateNamed(match.Value, date, date), match.Index, match.Length);
            }
        }
    }

    private static DateOnly? Resolve(Match match, DateOnly today)
    {
        if (Number(match, "day") is not { } day)
        {
            return null;
        }

        var candidates = (Number(match, "year"), Number(match, "month")) switch
        {
            ({ } year, { } month) => [Date(year, month, day)],
            (null, { } month) => [Date(today.Year, month, day), Date(today.Year - 1, month, day), Date(today.Year + 1, month, day)],
            _ => Around(today).Select(first => Date(first.Year, first.Month, day)),
        };
        return candidates.OfType<DateOnly>()
            .OrderBy(date => Math.Abs(date.DayNumber - today.DayNumber))
            .Select(date => (DateOnly?)date)
            .FirstOrDefault();
    }

    private static IEnumerable<DateOnly> Around(DateOnly today) => [today, today.AddMonths(1), today.AddMonths(-1)];

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success
        && ChineseNumber.TryParse(match.Groups[group].ValueSpan, out var number)
        && number == decimal.Truncate(number)
            ? (int)number
            : null;

    private static DateOnly? Date(int year, int month, int day) =>
        DateOnly.TryParse(
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"), CultureInfo.InvariantCulture, out var date)
            ? date
            : null;

    [GeneratedRegex(
        @"(?<!\d)(?<year>20\d\d)(?:[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})(?!\d)|年(?<month>\d{1,2})月(?<day>\d{1,2})[日号])"
        + "|(?<![0-9.一二三四五六七八九十])(?:(?<month>[0-9]{1,2}|十?[一二三四五六七八九十])月)?"
        + "(?<day>[0-9]{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])(?:日|号(?![店线楼码院门]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
