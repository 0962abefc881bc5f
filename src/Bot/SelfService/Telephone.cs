namespace ServiceBot.Bot.SelfService;

/// <summary>Tap-to-call.</summary>
internal static class Telephone
{
    /// <summary>The link that dials a number as people write it.</summary>
    public static string Link(string number) => $"tel:{new string([.. number.Where(sign => char.IsAsciiDigit(sign) || sign is '+')])}";
}
