using System.Text.RegularExpressions;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>Licence numbers: 12 digits, in groups of three or more parted by single spaces or dashes, or unparted.</summary>
internal static partial class LicenseNumbers
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            var digits = string.Concat(match.Value.Where(char.IsAsciiDigit));
            if (LicenseNumber.TryParse(digits, out var license))
            {
                yield return new EntitySpan(new Entity.LicenseNamed(match.Value, license), match.Index, match.Length);
            }
        }
    }

    // Shorter groups are something else: a phone number with a choice behind it, a date with a time.
    [GeneratedRegex(@"(?<!\d)\d{3,12}(?:[ -]\d{3,9}){0,3}(?![\d])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
