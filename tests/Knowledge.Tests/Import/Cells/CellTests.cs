using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Tests.Import.Cells;

public sealed class CellTests
{
    [Theory]
    [InlineData("330106100123", "330106100123")]
    [InlineData("３３０１０６１００１２３", "330106100123")]
    [InlineData("33010610012", null)]
    [InlineData("3.30106E+11", null)]
    public void License_has_12_digits(string text, string? expected) =>
        AssertReads(LicenseCell.Format, text, expected is null ? null : LicenseNumber.Parse(expected), "应为12位数字");

    [Theory]
    [InlineData("13", 13)]
    [InlineData("13档", 13)]
    [InlineData("１３档", 13)]
    [InlineData("01档", 1)]
    [InlineData("一档", 1)]
    [InlineData("十档", 10)]
    [InlineData("十三档", 13)]
    [InlineData("二十档", 20)]
    [InlineData("二十九", 29)]
    [InlineData("三十档", 30)]
    [InlineData("0", null)]
    [InlineData("31档", null)]
    [InlineData("三十一档", null)]
    [InlineData("13.5", null)]
    [InlineData("-3", null)]
    public void Tier_is_read_in_digits_and_words(string text, int? expected) =>
        AssertReads(TierCell.Format, text, expected is { } tier ? new Tier(tier) : null, "应为1到30，如13、13档或十三档");

    [Theory]
    [InlineData("10-30", 10, 30, null)]
    [InlineData("10档-30档", 10, 30, null)]
    [InlineData("25～30档", 25, 30, null)]
    [InlineData("十档至三十档", 10, 30, null)]
    [InlineData("30档", 30, 30, null)]
    [InlineData("全部", 1, 30, null)]
    [InlineData("30-10", 0, 0, "的最低档不能高于最高档")]
    [InlineData("10-20-30", 0, 0, "应写成10-30、20档或全部，档位为1到30")]
    [InlineData("10-31", 0, 0, "应写成10-30、20档或全部，档位为1到30")]
    public void Tier_range_is_read(string text, int min, int max, string? fault) => AssertReads(
        TierRangeCell.Format, text, fault is null ? new TierRange(new Tier(min), new Tier(max)) : null, fault);

    [Theory]
    [InlineData("周四", DayOfWeek.Thursday, WeekParity.Every)]
    [InlineData("星期四", DayOfWeek.Thursday, WeekParity.Every)]
    [InlineData("每周一", DayOfWeek.Monday, WeekParity.Every)]
    [InlineData("周日", DayOfWeek.Sunday, WeekParity.Every)]
    [InlineData("礼拜天", DayOfWeek.Sunday, WeekParity.Every)]
    [InlineData("单周周四", DayOfWeek.Thursday, WeekParity.Odd)]
    [InlineData("双周 周一", DayOfWeek.Monday, WeekParity.Even)]
    [InlineData("双周星期六", DayOfWeek.Saturday, WeekParity.Even)]
    [InlineData("单周四", DayOfWeek.Thursday, WeekParity.Odd)]
    [InlineData("周八", null, WeekParity.Every)]
    [InlineData("单周", null, WeekParity.Every)]
    [InlineData("四", null, WeekParity.Every)]
    public void Order_day_is_read_with_its_weeks(string text, DayOfWeek? day, WeekParity weeks) => AssertReads(
        OrderDayCell.Format, text, day is { } read ? new OrderDay(read, weeks) : null, "应为周一到周日，可加单周或双周，如单周周四");

    [Theory]
    [InlineData("周六", DayOfWeek.Saturday)]
    [InlineData("星期天", DayOfWeek.Sunday)]
    [InlineData("单周周六", null)]
    public void Weekday_is_read(string text, DayOfWeek? expected) =>
        AssertReads(WeekdayCell.Format, text, expected, "应为周一到周日");

    [Theory]
    [InlineData("2026-11-24", "2026-11-24")]
    [InlineData("2026/11/24", "2026-11-24")]
    [InlineData("2026/6/1", "2026-06-01")]
    [InlineData("2026/6/1 0:00", "2026-06-01")]
    [InlineData("46350", "2026-11-24")]
    [InlineData("2026-02-30", null)]
    [InlineData("1999-12-31", null)]
    [InlineData("2026-11-24 08:30", null)]
    [InlineData("明天", null)]
    public void Date_is_read(string text, string? expected) => AssertReads(
        DateCell.Format, text, expected is null ? null : DateOnly.Parse(expected, null), "应为真实的日期，写成2026-11-24");

    [Theory]
    [InlineData("2026-11-24 08:30", "2026-11-24T00:30:00Z")]
    [InlineData("2026/11/24 8:30:15", "2026-11-24T00:30:15Z")]
    [InlineData("2026-11-24", "2026-11-23T16:00:00Z")]
    [InlineData("46350.354166666664", "2026-11-24T00:30:00Z")]
    [InlineData("2026-11-24 25:00", null)]
    [InlineData("08:30", null)]
    public void Instant_is_a_time_in_China(string text, string? expected) => AssertReads(
        InstantCell.Format,
        text,
        expected is null ? null : DateTimeOffset.Parse(expected, null),
        "应为真实的日期和时间，写成2026-11-24 08:30");

    [Theory]
    [InlineData("2026-06-21", null)]
    [InlineData("2026-06-21 上午", DayHalf.Morning)]
    [InlineData("2026/6/21下午", DayHalf.Afternoon)]
    public void Cycle_edge_may_be_half_a_day(string text, DayHalf? half) => AssertReads(
        CycleEdgeCell.Format, text, new CycleEdge(new DateOnly(2026, 6, 21), half), null);

    [Fact]
    public void Cycle_edge_must_be_a_date() =>
        AssertReads(CycleEdgeCell.Format, "周日下午", (CycleEdge?)null, "应为真实的日期，写成2026-11-24，可加上午或下午");

    [Theory]
    [InlineData("1234.5", 1234.5, null)]
    [InlineData("¥1,234.50", 1234.5, null)]
    [InlineData("￥12", 12.0, null)]
    [InlineData("12元", 12.0, null)]
    [InlineData("12.500", 12.5, null)]
    [InlineData("12.345", null, "最多两位小数")]
    [InlineData("-1", null, "不能是负数")]
    [InlineData("一百", null, "应为数字，如1234.50")]
    [InlineData("1e3", null, "应为数字，如1234.50")]
    [InlineData("9999999999999", null, "应为数字，如1234.50")]
    public void Money_has_at_most_two_decimals(string text, double? expected, string? fault) =>
        AssertReads(MoneyCell.Format, text, (decimal?)expected, fault);

    [Fact]
    public void Balance_may_be_negative() => AssertReads(MoneyCell.Signed, "-1.25", -1.25m, null);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1,200", 1200)]
    [InlineData("5.00", 5)]
    [InlineData("2.5", null)]
    [InlineData("-1", null)]
    [InlineData("10000000", null)]
    [InlineData("若干", null)]
    public void Cartons_are_whole_and_not_negative(string text, int? expected) =>
        AssertReads(CartonsCell.Format, text, expected, "应为0或更大的整数条数");

    [Fact]
    public void Order_may_be_negative()
    {
        AssertReads(CartonsCell.Signed, "-3", -3, null);
        AssertReads(CartonsCell.Signed, "-3.5", (int?)null, "应为整数条数");
    }

    [Theory]
    [InlineData("13800000000", "13800000000")]
    [InlineData("138 0000-0000", "13800000000")]
    [InlineData("23800000000", null)]
    [InlineData("1380000000", null)]
    public void Mobile_number_has_11_digits(string text, string? expected) =>
        AssertReadsText(PhoneCell.Mobile, text, expected, "应为1开头的11位数字");

    [Theory]
    [InlineData("12313", "12313")]
    [InlineData("0571-88880000转8", "0571-88880000转8")]
    [InlineData("（0571）88880000", "(0571)88880000")]
    [InlineData("无", null)]
    [InlineData("找老王12313", null)]
    public void Any_number_that_can_be_dialled_is_read(string text, string? expected) => AssertReadsText(
        PhoneCell.Any, text, expected, "应为电话号码，如13800000000、0571-12345678或12313");

    [Theory]
    [InlineData("商场.超市，便利店,其他;a；b", "商场、超市、便利店、其他、a、b")]
    [InlineData("甲、、 乙 、甲", "甲、乙")]
    [InlineData("牡丹3.0、软红", "牡丹3.0、软红")]
    [InlineData("、", null)]
    public void List_is_read_however_it_is_separated(string text, string? expected) =>
        AssertReadsText(ListCell.Names, text, expected, "应为用、分开的名称");

    [Theory]
    [InlineData("按档位", SupplyMethod.ByTier)]
    [InlineData("按档位投放", SupplyMethod.ByTier)]
    [InlineData("按档位扩展投放", SupplyMethod.ByTier)]
    [InlineData("按价位段自选", SupplyMethod.ByPriceBand)]
    [InlineData("按价位段自选投放", SupplyMethod.ByPriceBand)]
    [InlineData("按条件投放", SupplyMethod.ByCondition)]
    [InlineData("标签投放", SupplyMethod.ByCondition)]
    [InlineData("随便", null)]
    public void Supply_method_is_read_in_short_and_long_words(string text, SupplyMethod? expected) =>
        AssertReads(TradeChoices.SupplyMethod, text, expected, "应为按档位、按价位段自选或按条件");

    [Theory]
    [InlineData("八档", "八档")]
    [InlineData("五类", "五类")]
    [InlineData("九档", null)]
    [InlineData("六类", null)]
    public void Price_class_is_one_of_the_trades(string text, string? expected) =>
        AssertReadsText(TradeChoices.PriceClass, text, expected, "应为一档到八档、一类到五类或雪茄");

    private static void AssertReads<T>(CellFormat<T> format, string text, T? expected, string? fault)
        where T : struct
    {
        var said = format.Parse(text, out var value);
        Assert.Equal(expected is null ? fault : null, said);
        if (expected is not null)
        {
            Assert.Equal(expected.Value, value);
        }
    }

    private static void AssertReadsText(CellFormat<string> format, string text, string? expected, string fault)
    {
        var said = format.Parse(text, out var value);
        Assert.Equal(expected is null ? fault : null, said);
        if (expected is not null)
        {
            Assert.Equal(expected, value);
        }
    }
}
