using ServiceBot.Bot.Phrases;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>What goes with supply figures wherever they are shown, in an answer or on a page.</summary>
/// <param name="phrases">The sentences as the channel says them.</param>
internal sealed class SupplyNotes(PhraseBook phrases)
{
    /// <summary>Under a product's figures: its band when that binds, its condition, that it is new.</summary>
    public IReadOnlyList<string> Of(SupplyPosition position) =>
    [
        .. new[]
        {
            position is { BandBinds: true, Band: { } band } ? Band(Sentences.SupplyBand, band) : null,
            position.BandBinds ? phrases.Say(Sentences.SupplyBandBinds, ("own", position.OwnRemaining)) : null,
            UnmetCondition(Sentences.SupplyCondition, position),
            position.Status == SupplyStatus.New ? phrases.Say(Sentences.SupplyIsNew) : null,
        }.OfType<string>(),
    ];

    /// <summary>A band's figures, in the given sentence while its orders are known.</summary>
    public string Band(Phrase known, BandPosition band) => band.Ordered is null
        ? phrases.Say(Sentences.SupplyBandOrdersUnknown, ("band", band.Band), ("limit", band.Limit))
        : phrases.Say(
            known, ("band", band.Band), ("limit", band.Limit), ("ordered", band.Ordered), ("remaining", band.Remaining));

    /// <summary>The plan's condition, unless an addition shows that the retailer has met it.</summary>
    public string? UnmetCondition(Phrase sentence, SupplyPosition position) =>
        position is { Condition.Length: > 0, Additions.Count: 0 } ? phrases.Say(sentence, ("condition", position.Condition)) : null;

    /// <summary>That no plan is in force: the last and the next cycle, and no figure.</summary>
    public string NoPlan(OrderCycle? last, OrderCycle? next) => Wording.Lines(
    [
        last is null && next is null ? phrases.Say(Sentences.SupplyNeverLoaded) : null,
        last is not null ? phrases.Say(Sentences.SupplyExpired, ("last", last.Span())) : null,
        next is not null ? phrases.Say(Sentences.SupplyNext, ("next", next.Span())) : null,
    ]);

    /// <summary>The warning that the orders have not been brought up to date for long; null while they are fresh.</summary>
    public string? OldOrders(DateTimeOffset? ordersAsOf, DateTimeOffset at) =>
        ordersAsOf is { } asOf && Freshness.IsOld(asOf, at) ? phrases.Say(Sentences.OrdersOld) : null;
}
