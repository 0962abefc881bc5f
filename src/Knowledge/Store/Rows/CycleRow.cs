namespace ServiceBot.Knowledge.Store;

/// <summary>A row that belongs to an order cycle, kept as its two instants so that an index finds what contains one.</summary>
internal abstract class CycleRow<TRecord> : TradeRow<TRecord>
{
    public DateTimeOffset StartsAt { get; set; }

    public DateTimeOffset EndsAt { get; set; }

    /// <summary>The cycle; instants and half-days stand one for one.</summary>
    public OrderCycle Cycle => CycleInstants.ToCycle(StartsAt, EndsAt);
}

/// <summary>Between a cycle's half-days and its instants.</summary>
internal static class CycleInstants
{
    /// <summary>The cycle that begins and ends at these instants, each a midnight or a noon in China.</summary>
    public static OrderCycle ToCycle(DateTimeOffset startsAt, DateTimeOffset endsAt)
    {
        var start = startsAt.ToChina();
        var lastHalf = endsAt.ToChina().AddHours(-12);
        return new OrderCycle(DateOf(start), HalfOf(start), DateOf(lastHalf), HalfOf(lastHalf));
    }

    /// <summary>Every date whose orders count for the cycle.</summary>
    public static IEnumerable<DateOnly> Dates(this OrderCycle cycle) =>
        Enumerable.Range(0, cycle.EndDate.DayNumber - cycle.StartDate.DayNumber + 1).Select(cycle.StartDate.AddDays);

    private static DateOnly DateOf(DateTimeOffset china) => DateOnly.FromDateTime(china.DateTime);

    private static DayHalf HalfOf(DateTimeOffset china) => china.Hour < 12 ? DayHalf.Morning : DayHalf.Afternoon;
}
