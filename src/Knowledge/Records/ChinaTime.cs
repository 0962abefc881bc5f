namespace ServiceBot.Knowledge;

/// <summary>
/// Asia/Shanghai at the edge: UTC+8 all year since 1991, so a fixed offset needs no time-zone data on the machine.
/// </summary>
public static class ChinaTime
{
    /// <summary>UTC+8.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The instant as it reads on a clock in China.</summary>
    public static DateTimeOffset ToChina(this DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The date it is in China at this instant.</summary>
    public static DateOnly DateInChina(this DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToChina().DateTime);

    /// <summary>The UTC instant of a date and time of day in China.</summary>
    public static DateTimeOffset AtInChina(this DateOnly date, TimeOnly time) =>
        new DateTimeOffset(date.ToDateTime(time), Offset).ToUniversalTime();
}
