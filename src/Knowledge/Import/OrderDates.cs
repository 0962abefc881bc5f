namespace ServiceBot.Knowledge.Import;

/// <summary>
/// The dates that an order file stands in for. Orders carry a date only, so on a day where one cycle ends at noon and
/// the next begins, nothing says whose an order is: such a day is replaced only when the file has it.
/// </summary>
internal static class OrderDates
{
    /// <summary>
    /// The file's own dates, and every whole day of the cycles they lie in: so a cycle loaded again loses an order that
    /// was taken back, while other cycles keep theirs. Of several cycles around a date the shortest counts.
    /// </summary>
    /// <param name="dates">The dates that have an order in the file.</param>
    /// <param name="cycles">The planned cycles.</param>
    public static IReadOnlySet<DateOnly> CoveredBy(IEnumerable<DateOnly> dates, IReadOnlyList<OrderCycle> cycles)
    {
        var covered = dates.ToHashSet();
        var shortestFirst = cycles.OrderBy(cycle => cycle.EndsAt - cycle.StartsAt).ToList();
        var touched = covered.Select(date => shortestFirst.Find(cycle => WholeDays(cycle).Contains(date))).Distinct();
        foreach (var cycle in touched.OfType<OrderCycle>().ToList())
        {
            covered.UnionWith(WholeDays(cycle));
        }

        return covered;
    }

    private static IEnumerable<DateOnly> WholeDays(OrderCycle cycle)
    {
        var first = cycle.StartHalf == DayHalf.Morning ? cycle.StartDate : cycle.StartDate.AddDays(1);
        var last = cycle.EndHalf == DayHalf.Afternoon ? cycle.EndDate : cycle.EndDate.AddDays(-1);
        for (var date = first; date <= last; date = date.AddDays(1))
        {
            yield return date;
        }
    }
}
