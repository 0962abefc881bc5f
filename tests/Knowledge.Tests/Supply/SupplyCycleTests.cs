using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

/// <summary>Which plan is in force, to the half-day, and what is said when none is.</summary>
public sealed class SupplyCycleTests
{
    private static readonly OrderCycle HalfDays =
        new(Sample.Date(21), DayHalf.Afternoon, Sample.Date(26), DayHalf.Morning);

    private static readonly OrderCycle NextHalfDays =
        new(Sample.Date(26), DayHalf.Afternoon, Sample.Date(30), DayHalf.Morning);

    private readonly SupplyCase _case = new();

    [Fact]
    public void Cycle_withHalfDayEdges_beginsAndEndsAtNoonExactly()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5, HalfDays));
        var tick = TimeSpan.FromTicks(1);
        var (start, end) = (Noon(21), Noon(26));

        Assert.IsType<SupplyAnswer.NoPlan>(_case.Ask(at: start - tick));
        Assert.Equal(5, _case.Position(at: start).Limit);
        Assert.Equal(5, _case.Position(at: end - tick).Limit);
        Assert.IsType<SupplyAnswer.NoPlan>(_case.Ask(at: end));
    }

    [Fact]
    public void Cycle_thatFollowsAtNoon_takesOverAtNoon()
    {
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5, HalfDays));
        _case.Limits.Add(Sample.Limit(Sample.Soft, 8, NextHalfDays));

        Assert.Equal((5, HalfDays), Figure(Noon(26) - TimeSpan.FromTicks(1)));
        Assert.Equal((8, NextHalfDays), Figure(Noon(26)));
    }

    [Fact]
    public void Cycle_thatBeganLater_winsOverOneStillRunning()
    {
        var correction = OrderCycle.OfDays(Sample.Date(24), Sample.Date(27));
        _case.Limits.Add(Sample.Limit(Sample.Soft, 5));
        _case.Limits.Add(Sample.Limit(Sample.Soft, 3, correction));
        _case.Limits.Add(Sample.Limit(Sample.Hard, 7));

        Assert.Equal((3, correction), Figure(Sample.Now));
        Assert.Equal(7, _case.Position(Sample.Hard).Limit);
    }

    [Fact]
    public void Plan_thatIsOver_givesNoFigureAndNamesTheLastAndTheNext()
    {
        var next = OrderCycle.OfDays(Sample.Date(30), Sample.Date(30).AddDays(4));
        var later = OrderCycle.OfDays(Sample.Date(30).AddDays(7), Sample.Date(30).AddDays(11));
        foreach (var cycle in new[] { later, Sample.LastWeek, Sample.Week, next })
        {
            _case.Limits.Add(Sample.Limit(Sample.Soft, 5, cycle));
        }

        var answer = Assert.IsType<SupplyAnswer.NoPlan>(_case.Ask(at: Noon(28)));

        Assert.Equal((Sample.Week, next), (answer.LastCycle, answer.NextCycle));
        Assert.Equal(new OrderableAnswer.NoPlan(Sample.Week, next), _case.AskAll(Noon(28)));
    }

    [Fact]
    public void Plan_thatNeverWas_hasNoLastAndNoNext()
    {
        var answer = Assert.IsType<SupplyAnswer.NoPlan>(_case.Ask());

        Assert.Equal((null, null), (answer.LastCycle, answer.NextCycle));
    }

    private (int, OrderCycle) Figure(DateTimeOffset at) => (_case.Position(at: at).Limit, _case.Position(at: at).Cycle);

    private static DateTimeOffset Noon(int day) => Sample.Date(day).AtInChina(new TimeOnly(12, 0));
}
