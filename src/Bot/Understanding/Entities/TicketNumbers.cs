using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>Ticket numbers (工单号): month and day, a dash, four or more digits, such as 1124-0057.</summary>
internal static partial class TicketNumbers
{
    /// <summary>Finds them in a normalised text.</summary>
    public static IEnumerable<EntitySpan> Find(string text)
    {
        foreach (Match match in Pattern().Matches(text))
        {
            yield return new EntitySpan(new Entity.TicketNamed(match.Value), match.Index, match.Length);
        }
    }

    [GeneratedRegex(@"(?<![\d-])(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-\d{4,10}(?![\d-])", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
