using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>Ticket numbers (工单号): one to three letters and 6 to 12 digits, with an optional dash and part behind.</summary>
internal static partial class TicketNumbers
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            yield return new EntitySpan(
                new Entity.TicketNamed(match.Value, match.Value.ToUpperInvariant()), match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<![a-z0-9])[a-z]{1,3}-?\d{6,12}(?:-\d{1,6})?(?![a-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
