using ServiceBot.Knowledge.Supply;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

public sealed class OrderDayQuestionTests
{
    private static readonly DateOnly Anchor = new TradeOptions().OddWeekAnchor;

    [Theory]
    [InlineData(WeekParity.Odd, "2026-12-22", "2026-12-31")]
    [InlineData(WeekParity.Even, "2026-12-22", "2026-12-24")]
    [InlineData(WeekParity.Even, "2026-12-25", "2027-01-07")]
    [InlineData(WeekParity.Odd, "2027-01-01", "2027-01-14")]
    [InlineData(WeekParity.Every, "2026-12-31", "2026-12-31")]
    [InlineData(WeekParity.Odd, "2025-12-22", "2026-01-01")]
    [InlineData(WeekParity.Even, "2025-12-22", "2025-12-25")]
    public void EverySecondWeek_overTheTurnOfTheYear_keepsAlternating(WeekParity weeks, string from, string expected)
    {
        var retailer = Sample.Retailer() with { OrderDay = new OrderDay(DayOfWeek.Thursday, weeks) };

        var answer = OrderDayQuestion.Answer(retailer, Date(from), Anchor, Sample.Now);

        Assert.Equal(Date(expected), answer.Next);
    }

    [Theory]
    [InlineData(DayOfWeek.Saturday, "2026-11-28")]
    [InlineData(DayOfWeek.Thursday, "2026-12-03")]
    [InlineData(DayOfWeek.Wednesday, "2026-12-02")]
    public void Delivery_isTheFirstDeliveryDayAfterTheOrderDay(DayOfWeek deliveryDay, string expected)
    {
        var retailer = Sample.Retailer() with { DeliveryDay = deliveryDay };

        var answer = OrderDayQuestion.Answer(retailer, Sample.Date(26), Anchor, Sample.Now);

        Assert.Equal((Sample.Date(26), Date(expected)), (answer.Next, answer.NextDelivery!.Value));
    }

    [Fact]
    public void Delivery_withoutADeliveryDay_isNotClaimed()
    {
        var retailer = Sample.Retailer() with { DeliveryDay = null };

        Assert.Null(OrderDayQuestion.Answer(retailer, Sample.Date(24), Anchor, Sample.Now).NextDelivery);
    }

    private static DateOnly Date(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
