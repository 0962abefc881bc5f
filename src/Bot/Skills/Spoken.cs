using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Instants and days as the channel gives them: to read 11月24日 08:30, to hear 今天上午8点30分.</summary>
internal static class Spoken
{
    /// <summary>An instant, in China time.</summary>
    public static string Moment(this Turn turn, DateTimeOffset instant) => turn.IsHeard()
        ? $"{Relative(instant.DateInChina(), turn.Today) ?? instant.DateInChina().Short()}{Clock(TimeOnly.FromDateTime(instant.ToChina().DateTime))}"
        : instant.Minute();

    /// <summary>A day; with its weekday unless it is heard as 昨天, 今天 or 明天.</summary>
    public static string DayOf(this Turn turn, DateOnly date) => turn.IsHeard()
        ? Relative(date, turn.Today) ?? $"{date.Short()}{date.DayOfWeek.Name()}"
        : date.WithWeekday();

    private static string? Relative(DateOnly date, DateOnly today) => (date.DayNumber - today.DayNumber) switch
    {
        -1 => "昨天",
        0 => "今天",
        1 => "明天",
        _ => null,
    };

    private static string Clock(TimeOnly time)
    {
        var part = time.Hour switch
        {
            < 6 => "凌晨",
            < 12 => "上午",
            12 => "中午",
            < 18 => "下午",
            _ => "晚上",
        };
        var hour = time.Hour > 12 ? time.Hour - 12 : time.Hour;
        return time.Minute == 0 ? $"{part}{hour}点" : $"{part}{hour}点{time.Minute}分";
    }
}
