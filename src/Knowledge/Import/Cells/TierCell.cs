using System.Globalization;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>档位: 13, 13档 or 十三档.</summary>
internal static class TierCell
{
    /// <summary>1 to 30.</summary>
    public static readonly CellFormat<Tier> Format = new(Parse, default);

    private const string Digits = "一二三四五六七八九";

    private static readonly Dictionary<string, int> ChineseNumbers =
        Enumerable.Range(1, Tier.Count).ToDictionary(InChinese);

    /// <summary>Reads a tier, with or without 档.</summary>
    public static bool TryParse(string text, out Tier tier)
    {
        var number = TextFolding.FoldWidth(text).TrimEnd('档').Trim();
        var read = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            || ChineseNumbers.TryGetValue(number, out value);
        var valid = read && value is >= 1 and <= Tier.Count;
        tier = valid ? new Tier(value) : default;
        return valid;
    }

    private static string? Parse(string text, out Tier value) =>
        TryParse(text, out value) ? null : "应为1到30，如13、13档或十三档";

    private static string InChinese(int number)
    {
        var (tens, ones) = (number / 10, number % 10);
        var ten = tens switch { 0 => "", 1 => "十", _ => $"{Digits[tens - 1]}十" };
        return ones == 0 ? ten : ten + Digits[ones - 1];
    }
}
