namespace ServiceBot.Knowledge.Supply;

/// <summary>When a retailer orders next and when that is delivered.</summary>
internal static class OrderDayQuestion
{
    /// <summary>The next order day from a date on; its delivery is the first delivery weekday after it.</summary>
    public static OrderDayAnswer Answer(
        Retailer retailer, DateOnly from, DateOnly oddWeekAnchor, DateTimeOffset asOf)
    {
        var next = retailer.OrderDay.NextFrom(from, oddWeekAnchor);
        return new OrderDayAnswer(retailer.OrderDay, next, retailer.DeliveryDay, DeliveryOf(retailer, next), asOf);
    }

    private static DateOnly? DeliveryOf(Retailer retailer, DateOnly next) => retailer.DeliveryDay is { } day
        ? new OrderDay(day, WeekParity.Every).NextFrom(next.AddDays(1), default)
        : null;
}
