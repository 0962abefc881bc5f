using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Limits;

/// <summary>Puts a product of the plan into a line: the figure first, then how it comes about.</summary>
internal sealed class LimitLines(PhraseBook phrases, SupplyNotes notes)
{
    /// <summary>The line of a product of the plan.</summary>
    /// <param name="planned">The product.</param>
    /// <param name="cycle">The cycle that the list is headed with.</param>
    public LimitLine Of(PlannedProduct planned, OrderCycle cycle) => planned.Position is { } position
        ? new LimitLine(
            planned.Product,
            planned.Standing,
            phrases.Say(LabelOf(planned.Standing, position)),
            position.Ordered is null ? position.Limit : position.Remaining,
            DetailOf(position),
            [.. notes.Of(position), .. OwnCycle(position, cycle)])
        : new LimitLine(planned.Product, planned.Standing, phrases.Say(Sentences.WebStopped), null, null, []);

    /// <summary>The line of a product that the plan does not have for this retailer.</summary>
    public LimitLine NotPlanned(Product product) =>
        new(product, null, phrases.Say(Sentences.WebNotPlanned), null, null, []);

    private static Phrase LabelOf(PlanStanding standing, SupplyPosition position) => (standing, position.Ordered) switch
    {
        (PlanStanding.NoLimit, _) or (_, null) => Sentences.WebLimit,
        (PlanStanding.UsedUp, _) => Sentences.WebUsedUp,
        _ => Sentences.WebLeft,
    };

    private string? DetailOf(SupplyPosition position)
    {
        var added = position.Limit - position.TierCell;
        return position switch
        {
            { Ordered: null } => phrases.Say(Sentences.WebLimitOnly),
            { Limit: 0, Ordered: 0 } => null,
            _ => phrases.Say(
                added > 0 ? Sentences.WebLimitFiguresAdded : Sentences.WebLimitFigures,
                ("limit", position.Limit), ("added", added), ("ordered", position.Ordered)),
        };
    }

    private IEnumerable<string> OwnCycle(SupplyPosition position, OrderCycle cycle) => position.Cycle == cycle
        ? []
        : [phrases.Say(Sentences.WebOwnCycle, ("cycle", position.Cycle.Span()))];
}
