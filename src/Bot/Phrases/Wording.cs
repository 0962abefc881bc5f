using System.Globalization;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Phrases;

/// <summary>Dates, money and the trade's own words as a retailer reads them. All times are China time.</summary>
internal static class Wording
{
    private static readonly string[] Weekdays = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];

    /// <summary>周一.</summary>
    public static string Name(this DayOfWeek day) => Weekdays[(int)day];

    /// <summary>11月24日.</summary>
    public static string Short(this DateOnly date) => $"{date.Month}月{date.Day}日";

    /// <summary>11月24日(周二).</summary>
    public static string WithWeekday(this DateOnly date) => $"{date.Short()}({date.DayOfWeek.Name()})";

    /// <summary>11月24日 08:30.</summary>
    public static string Minute(this DateTimeOffset instant)
    {
        var local = instant.ToChina();
        return $"{local.Month}月{local.Day}日 {local:HH:mm}";
    }

    /// <summary>11月23日至11月29日; a half-day edge says so.</summary>
    public static string Span(this OrderCycle cycle) =>
        $"{cycle.StartDate.Short()}{(cycle.StartHalf == DayHalf.Afternoon ? "下午" : "")}至{cycle.End()}";

    /// <summary>11月29日; a half-day edge says so.</summary>
    public static string End(this OrderCycle cycle) =>
        $"{cycle.EndDate.Short()}{(cycle.EndHalf == DayHalf.Morning ? "上午" : "")}";

    /// <summary>1,234.50.</summary>
    public static string Money(this decimal amount) => amount.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>每周一, 单周周四 or 双周周一.</summary>
    public static string Rule(this OrderDay day) => day.Weeks switch
    {
        WeekParity.Odd => $"单周{day.Day.Name()}",
        WeekParity.Even => $"双周{day.Day.Name()}",
        _ => $"每{day.Day.Name()}",
    };

    /// <summary>城网 or 农网.</summary>
    public static string Name(this MarketType market) => market == MarketType.Town ? "城网" : "农网";

    /// <summary>客户经理 and the like.</summary>
    public static string Name(this StaffRole role) => role switch
    {
        StaffRole.Manager => "客户经理",
        StaffRole.Inspector => "专卖管理员",
        StaffRole.Driver => "送货员",
        StaffRole.Supervisor => "市场经理",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Unknown staff role."),
    };

    /// <summary>The part of lines that are there, joined by line ends.</summary>
    public static string Lines(params IEnumerable<string?> lines) =>
        string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));
}
