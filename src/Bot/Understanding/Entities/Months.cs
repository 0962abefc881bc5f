using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Months and their thirds (旬): 这个月, 上个月, 下月, 月初 (days 1 to 10), 月中 (11 to 20), 月底 (21 to the end). A third
/// without a month is this month's.
/// </summary>
internal static partial class Months
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text, DateOnly today)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var first = new DateOnly(today.Year, today.Month, 1).AddMonths(Offset(match.Groups["which"].Value));
            var (from, to) = Third(first, match.Groups["third"].Value);
            yield return new EntitySpan(new Entity.DateNamed(match.Value, from, to), match.Index, match.Length);
        }
    }

    private static int Offset(string which) => which switch
    {
        "上" => -1,
        "下" => 1,
        _ => 0,
    };

    private static (DateOnly From, DateOnly To) Third(DateOnly first, string third)
    {
        var last = first.AddMonths(1).AddDays(-1);
        return third switch
        {
            "初" or "上旬" => (first, first.AddDays(9)),
            "中" or "中旬" => (first.AddDays(10), first.AddDays(19)),
            "底" or "末" or "下旬" => (first.AddDays(20), last),
            _ => (first, last),
        };
    }

    [GeneratedRegex(
        "(?<which>上|下|这|本|当)个?月(?<third>初|底|末|[上中下]旬)?|(?<![0-9一二三四五六七八九十个])月(?<third>初|底|末|中(?![华国])|[上中下]旬)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
