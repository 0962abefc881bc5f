namespace ServiceBot.Knowledge;

/// <summary>Which weeks an order day falls in.</summary>
public enum WeekParity
{
    /// <summary>Every week.</summary>
    Every,

    /// <summary>单周.</summary>
    Odd,

    /// <summary>双周.</summary>
    Even,
}

/// <summary>
/// A retailer's order day (订货日), such as 周四 or 单周周四: every second week is real. Weeks begin on Monday; they are odd
/// or even by their distance from an anchor Monday, so that odd and even truly alternate over the turn of a year.
/// </summary>
public readonly record struct OrderDay(DayOfWeek Day, WeekParity Weeks)
{
    /// <summary>The first order day on or after <paramref name="from"/>.</summary>
    /// <param name="from">A date in China.</param>
    /// <param name="oddWeekAnchor">The Monday of any odd week (单周).</param>
    public DateOnly NextFrom(DateOnly from, DateOnly oddWeekAnchor)
    {
        var date = from.AddDays(((int)Day - (int)from.DayOfWeek + 7) % 7);
        return Weeks == WeekParity.Every || ParityOf(date, oddWeekAnchor) == Weeks ? date : date.AddDays(7);
    }

    private static WeekParity ParityOf(DateOnly date, DateOnly oddWeekAnchor)
    {
        var weeks = (int)Math.Floor((date.DayNumber - oddWeekAnchor.DayNumber) / 7.0);
        return weeks % 2 == 0 ? WeekParity.Odd : WeekParity.Even;
    }
}
