namespace ServiceBot.Knowledge;

/// <summary>Which half of a day.</summary>
public enum DayHalf
{
    /// <summary>上午: 00:00 to 12:00.</summary>
    Morning,

    /// <summary>下午: 12:00 to 24:00.</summary>
    Afternoon,
}

/// <summary>
/// An order cycle (订货周期): from the beginning of its first half-day to the end of its last. A date without a half is
/// a whole day, so it begins in the morning and ends in the afternoon.
/// </summary>
public sealed record OrderCycle(DateOnly StartDate, DayHalf StartHalf, DateOnly EndDate, DayHalf EndHalf)
{
    private static readonly TimeOnly Noon = new(12, 0);

    /// <summary>A cycle of whole days, both ends included.</summary>
    public static OrderCycle OfDays(DateOnly start, DateOnly end) => new(start, DayHalf.Morning, end, DayHalf.Afternoon);

    /// <summary>First instant, UTC.</summary>
    public DateTimeOffset StartsAt => StartDate.AtInChina(StartHalf == DayHalf.Morning ? TimeOnly.MinValue : Noon);

    /// <summary>First instant after the cycle, UTC.</summary>
    public DateTimeOffset EndsAt => EndHalf == DayHalf.Morning
        ? EndDate.AtInChina(Noon)
        : EndDate.AddDays(1).AtInChina(TimeOnly.MinValue);

    /// <summary>True from <see cref="StartsAt"/> up to, not at, <see cref="EndsAt"/>.</summary>
    public bool Contains(DateTimeOffset instant) => instant >= StartsAt && instant < EndsAt;

    /// <summary>True when an order of this date counts for the cycle.</summary>
    public bool Contains(DateOnly date) => date >= StartDate && date <= EndDate;
}
