using System.Globalization;
using System.Text.RegularExpressions;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Handoff;

/// <summary>When people answer: several spans a day, with holidays and make-up workdays. All in China time.</summary>
internal sealed partial class WorkingHours
{
    private const string Weekdays = "日一二三四五六";
    private const int DaysLookedAhead = 60;

    private readonly List<(DayOfWeek Day, TimeOnly From, TimeOnly To)> _spans;
    private readonly HashSet<DateOnly> _holidays;
    private readonly HashSet<DateOnly> _workdays;

    private WorkingHours(
        List<(DayOfWeek, TimeOnly, TimeOnly)> spans, HashSet<DateOnly> holidays, HashSet<DateOnly> workdays) =>
        (_spans, _holidays, _workdays) = (spans, holidays, workdays);

    /// <summary>Reads the settings.</summary>
    /// <param name="spans">Such as <c>周一-周五 08:30-12:00</c> or <c>周六 09:00-11:30</c>.</param>
    /// <param name="holidays">Dates on which nobody answers.</param>
    /// <param name="workdays">Weekend dates that are worked (调休); they have Monday's hours.</param>
    /// <exception cref="FormatException">Names the span that cannot be read.</exception>
    public static WorkingHours Parse(
        IEnumerable<string> spans, IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> workdays) =>
        new([.. spans.SelectMany(ParseSpan)], [.. holidays], [.. workdays]);

    /// <summary>The instant at which so much working time has passed; what comes in at night begins next morning.</summary>
    public DateTimeOffset After(DateTimeOffset from, TimeSpan working)
    {
        var left = working;
        foreach (var (start, end) in SpansFrom(from))
        {
            var begin = start > from ? start : from;
            if (begin >= end)
            {
                continue;
            }

            if (end - begin >= left)
            {
                return begin + left;
            }

            left -= end - begin;
        }

        // No working time is set in the days ahead: promise the next day rather than nothing.
        return from + TimeSpan.FromDays(1);
    }

    /// <summary>True while people answer.</summary>
    public bool IsOpen(DateTimeOffset at) => SpansFrom(at).Any(span => span.Start <= at && at < span.End);

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> SpansFrom(DateTimeOffset from)
    {
        var first = from.DateInChina();
        return Enumerable.Range(0, DaysLookedAhead).Select(first.AddDays).SelectMany(SpansOf);
    }

    private IEnumerable<(DateTimeOffset Start, DateTimeOffset End)> SpansOf(DateOnly date)
    {
        if (_holidays.Contains(date))
        {
            return [];
        }

        var day = _workdays.Contains(date) ? DayOfWeek.Monday : date.DayOfWeek;
        return _spans.Where(span => span.Day == day)
            .OrderBy(span => span.From)
            .Select(span => (date.AtInChina(span.From), date.AtInChina(span.To)));
    }

    private static IEnumerable<(DayOfWeek, TimeOnly, TimeOnly)> ParseSpan(string text)
    {
        var match = Span().Match(text);
        if (!match.Success
            || !TimeOnly.TryParseExact(match.Groups["from"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var from)
            || !TimeOnly.TryParseExact(match.Groups["to"].Value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var to)
            || to <= from)
        {
            throw new FormatException($"Working hours '{text}' should read like 周一-周五 08:30-12:00.");
        }

        var first = DayNumber(match.Groups["first"].Value);
        var last = match.Groups["last"].Success ? DayNumber(match.Groups["last"].Value) : first;
        var days = ((last - first + 7) % 7) + 1;
        return Enumerable.Range(first, days).Select(day => ((DayOfWeek)(day % 7), from, to));
    }

    private static int DayNumber(string name) => Weekdays.IndexOf(name, StringComparison.Ordinal);

    [GeneratedRegex("^周(?<first>[一二三四五六日])(?:[-至到]周(?<last>[一二三四五六日]))? (?<from>[0-9]{2}:[0-9]{2})-(?<to>[0-9]{2}:[0-9]{2})$")]
    private static partial Regex Span();
}
