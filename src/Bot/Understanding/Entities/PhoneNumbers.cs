using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>Mobile phone numbers: 11 digits from 13 to 19, an optional +86, single spaces or dashes between digits.</summary>
internal static partial class PhoneNumbers
{
    private const int DigitCount = 11;

    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            yield return new EntitySpan(
                new Entity.PhoneNamed(match.Value, digits[^DigitCount..]), match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d){8}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
