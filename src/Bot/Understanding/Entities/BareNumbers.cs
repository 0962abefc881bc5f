using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>Bare numbers of one to six digits: a choice from a list, or a code.</summary>
internal static partial class BareNumbers
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            yield return new EntitySpan(new Entity.NumberNamed(match.Value, match.Value), match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<![\da-z]|\d\.)\d{1,6}(?![\da-z]|\.\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
