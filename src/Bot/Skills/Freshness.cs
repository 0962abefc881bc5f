namespace ServiceBot.Bot.Skills;

/// <summary>From when on a figure's 截至 is so long ago that it is said in words too.</summary>
internal static class Freshness
{
    /// <summary>The tables are loaded daily; a day and a half means that a loading was missed.</summary>
    private static readonly TimeSpan OldAfter = TimeSpan.FromHours(36);

    /// <summary>True when what was true at <paramref name="asOf"/> is old at <paramref name="at"/>.</summary>
    public static bool IsOld(DateTimeOffset asOf, DateTimeOffset at) => at - asOf > OldAfter;
}
