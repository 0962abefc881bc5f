using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>Everything a normalised text names. Where words could be two things, the surer kind keeps them.</summary>
internal static class EntityFinder
{
    /// <summary>Finds the things named, in order of appearance, none overlapping.</summary>
    /// <param name="text">The normalised text.</param>
    /// <param name="mentions">The products found in it.</param>
    /// <param name="today">The date in China that words such as 明天 count from.</param>
    public static IReadOnlyList<EntitySpan> Find(
        string text, IReadOnlyList<ProductMention> mentions, DateOnly today)
    {
        var kept = new List<EntitySpan>();
        foreach (var span in BySureness(text, mentions, today))
        {
            if (!kept.Exists(span.Overlaps))
            {
                kept.Add(span);
            }
        }

        kept.Sort((left, right) => left.Start.CompareTo(right.Start));
        return kept;
    }

    // Long digit strings first: 许可证号 may hold 1916. Then dates written in full, products (1916, 555), and the rest.
    private static IEnumerable<EntitySpan> BySureness(
        string text, IReadOnlyList<ProductMention> mentions, DateOnly today) =>
        [
            .. LicenseNumbers.Find(text),
            .. PhoneNumbers.Find(text),
            .. TicketNumbers.Find(text),
            .. CalendarDates.Find(text, today),
            .. mentions.Select(Span),
            .. RelativeDates.Find(text, today),
            .. Weekdays.Find(text, today),
            .. Months.Find(text, today),
            .. Quantities.Find(text),
            .. BareNumbers.Find(text),
        ];

    private static EntitySpan Span(ProductMention mention) =>
        new(new Entity.ProductNamed(mention), mention.Start, mention.Text.Length);
}
