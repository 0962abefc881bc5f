using System.Globalization;
using System.Text.RegularExpressions;

namespace ServiceBot.Journeys.AllChannels;

/// <summary>Amounts as they are heard and as they are written, both as numbers with their unit.</summary>
internal static partial class SpokenAmounts
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>The cartons and the yuan of what is said, such as 两条 and 一千零二元五角.</summary>
    public static IReadOnlySet<(decimal Amount, char Unit)> In(string words) =>
        Spoken().Matches(words).Select(match => (AmountOf(match), match.Groups["unit"].Value[0])).ToHashSet();

    /// <summary>The same of written figures, such as 2条 and 1,002.50元.</summary>
    public static IReadOnlySet<(decimal Amount, char Unit)> Of(IEnumerable<string> figures) =>
        figures.Select(figure => (decimal.Parse(figure[..^1], NumberStyles.Number, CultureInfo.InvariantCulture), figure[^1])).ToHashSet();

    private static decimal AmountOf(Match match) =>
        Whole(match.Groups["whole"].Value) + (Digit(match.Groups["jiao"].Value) * 0.1m) + (Digit(match.Groups["fen"].Value) * 0.01m);

    private static decimal Whole(string words)
    {
        var (total, group, digit) = (0m, 0m, 0m);
        foreach (var character in words.Replace('两', '二'))
        {
            switch (character)
            {
                case '十' or '百' or '千':
                    group += (digit == 0 ? 1 : digit) * (character switch { '十' => 10, '百' => 100, _ => 1000 });
                    digit = 0;
                    break;
                case '万' or '亿':
                    total = (total + group + digit) * (character == '万' ? 10_000 : 100_000_000);
                    (group, digit) = (0, 0);
                    break;
                default:
                    digit = Digit(character.ToString());
                    break;
            }
        }

        return total + group + digit;
    }

    private static decimal Digit(string word) => word.Length == 0 ? 0 : Digits.IndexOf(word, StringComparison.Ordinal);

    [GeneratedRegex("(?<whole>[零一二两三四五六七八九十百千万亿]+)(?<unit>[条元])(?:(?<jiao>[一二三四五六七八九])角)?(?:零?(?<fen>[一二三四五六七八九])分)?")]
    private static partial Regex Spoken();
}
