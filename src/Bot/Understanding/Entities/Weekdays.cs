using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// Weeks run Monday to Sunday. 周三 alone is the next one, today included; 这周三, 本周三 the one of this week; 下周一 Monday
/// of next week; 下周 and the like the whole week; 周末 its Saturday and Sunday. 每周三 and 双周周三 are rules, not dates.
/// </summary>
internal static partial class Weekdays
{
    private const int DaysInWeek = 7;

    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text, DateOnly today)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var (from, to) = Resolve(match.Groups["which"].Value, match.Groups["day"].Value, today);
            yield return new EntitySpan(new Entity.DateNamed(match.Value, from, to), match.Index, match.Length);
        }
    }

    private static (DateOnly From, DateOnly To) Resolve(string which, string day, DateOnly today)
    {
        var monday = today.AddDays(-Index(today) + (DaysInWeek * Offset(which)));
        switch (day)
        {
            case "":
                return (monday, monday.AddDays(6));
            case "末":
                return (monday.AddDays(5), monday.AddDays(6));
            default:
                var date = monday.AddDays(Index(day[0]));
                date = which.Length == 0 && date < today ? date.AddDays(DaysInWeek) : date;
                return (date, date);
        }
    }

    private static int Offset(string which) => which switch
    {
        "上上" => -2,
        "上" => -1,
        "下" => 1,
        "下下" => 2,
        _ => 0,
    };

    private static int Index(DateOnly date) => ((int)date.DayOfWeek + DaysInWeek - 1) % DaysInWeek;

    private static int Index(char day) => day is '天' or '日' or '7' ? 6 : Math.Max("一二三四五六".IndexOf(day), "123456".IndexOf(day));

    [GeneratedRegex(
        "(?<which>上上|下下|上|下|这|本)一?个?(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7](?![0-9个次]))?"
        + "|(?<![每隔单双一两几二三四五六0-9])(?:周|星期|礼拜)(?<day>[一二三四五六日天末1-7](?![0-9个次]))",
        RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
