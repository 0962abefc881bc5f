using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Import;

public sealed class OrderDatesTests
{
    private static readonly OrderCycle First =
        new(Sample.Date(16), DayHalf.Afternoon, Sample.Date(20), DayHalf.Morning);

    private static readonly OrderCycle Second =
        new(Sample.Date(20), DayHalf.Afternoon, Sample.Date(24), DayHalf.Morning);

    [Fact]
    public void DayInACycle_coversTheCyclesWholeDays()
    {
        Assert.Equal([17, 18, 19], Covered([18], First, Second));
    }

    [Fact]
    public void DayWhereTwoCyclesMeet_isCoveredOnlyWhenTheFileHasIt()
    {
        Assert.Equal([17, 18, 19, 20], Covered([19, 20], First, Second));
        Assert.Equal([20], Covered([20], First, Second));
    }

    [Fact]
    public void DayInAShortAndALongCycle_coversTheShortOne()
    {
        Assert.Equal([17, 18, 19], Covered([18], First, OrderCycle.OfDays(Sample.Date(1), Sample.Date(30))));
    }

    [Fact]
    public void DayOutsideEveryCycle_coversItself()
    {
        Assert.Equal([5, 17, 18, 19], Covered([5, 17], First));
    }

    private static IEnumerable<int> Covered(int[] days, params OrderCycle[] cycles) =>
        OrderDates.CoveredBy(days.Select(Sample.Date), cycles).Select(date => date.Day).Order();
}
