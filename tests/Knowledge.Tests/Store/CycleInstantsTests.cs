using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Store;

public sealed class CycleInstantsTests
{
    [Theory]
    [InlineData(DayHalf.Morning, DayHalf.Morning)]
    [InlineData(DayHalf.Morning, DayHalf.Afternoon)]
    [InlineData(DayHalf.Afternoon, DayHalf.Morning)]
    [InlineData(DayHalf.Afternoon, DayHalf.Afternoon)]
    public void Cycle_fromItsInstants_isTheSameCycle(DayHalf start, DayHalf end)
    {
        var cycle = new OrderCycle(Sample.Date(21), start, Sample.Date(26), end);

        Assert.Equal(cycle, CycleInstants.ToCycle(cycle.StartsAt, cycle.EndsAt));
    }

    [Fact]
    public void Dates_areAllFromTheFirstToTheLast()
    {
        Assert.Equal([23, 24, 25, 26, 27], Sample.Week.Dates().Select(date => date.Day));
    }
}
