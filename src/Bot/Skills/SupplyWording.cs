using System.Text.RegularExpressions;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Puts supply answers to a turn into words: numbers first, then the reason, then the next step.</summary>
/// <param name="phrases">The sentences as its channel says them.</param>
/// <param name="turn">The turn.</param>
internal sealed partial class SupplyWording(PhraseBook phrases, Turn turn)
{
    private readonly SupplyNotes _notes = new(phrases);

    /// <summary>One product.</summary>
    public string Answer(SupplyAnswer answer) => answer switch
    {
        SupplyAnswer.Planned planned => Wording.Lines([.. Before(planned.Position.Cycle), Planned(planned)]),
        SupplyAnswer.Stopped stopped => Stopped(stopped),
        SupplyAnswer.NoPlan none => _notes.NoPlan(none.LastCycle, none.NextCycle),
        SupplyAnswer.ShopClosed closed => phrases.Say(Sentences.ShopClosed, ("shop", closed.Retailer.ShopName)),
        SupplyAnswer.Unknown => phrases.Say(Sentences.ProductGone),
        _ => throw new InvalidOperationException($"Unknown supply answer {answer.GetType().Name}."),
    };

    /// <summary>Several products: a line each, the cycle once.</summary>
    public string Answers(IReadOnlyList<SupplyAnswer> answers)
    {
        var planned = answers.OfType<SupplyAnswer.Planned>().FirstOrDefault();
        if (planned is null)
        {
            return Wording.Lines(answers.Select(Answer).Distinct());
        }

        var foot = phrases.Say(
            Sentences.SupplyLinesFoot,
            ("tier", planned.Retailer.Tier), ("market", planned.Retailer.Market.Name()),
            ("cycle", planned.Position.Cycle.Span()), ("asOf", AsOf(planned.Position)));
        return WithWhyHint(Wording.Lines(
            [.. Before(planned.Position.Cycle), .. answers.Select(Line), foot, _notes.OldOrders(planned.Position.OrdersAsOf, turn.At)]));
    }

    /// <summary>What is orderable now.</summary>
    public Decision Orderable(OrderableAnswer answer, int mostLines) => answer switch
    {
        OrderableAnswer.Planned { Products.Count: 0 } none => Decision.Say(phrases.Say(
            Sentences.OrderableNothing, ("cycle", none.Cycle.Span()), ("asOf", turn.Moment(none.AsOf)))),
        OrderableAnswer.Planned planned => Orderable(planned, turn.AtOnce(mostLines)),
        OrderableAnswer.NoPlan none => Decision.Say(_notes.NoPlan(none.LastCycle, none.NextCycle)),
        OrderableAnswer.ShopClosed closed => Decision.Say(
            phrases.Say(Sentences.ShopClosed, ("shop", closed.Retailer.ShopName))),
        _ => Decision.Say(phrases.Say(Sentences.LicenseGone)),
    };

    /// <summary>Why the limit is what it is.</summary>
    public string Explain(SupplyAnswer.Planned planned)
    {
        var position = planned.Position;
        return Wording.Lines(
        [
            phrases.Say(
                Sentences.WhyHead,
                ("product", planned.Product.Name), ("limit", position.Limit), ("asOf", AsOf(position))),
            phrases.Say(
                Sentences.WhyTier,
                ("tier", planned.Retailer.Tier), ("market", planned.Retailer.Market.Name()), ("cell", position.TierCell)),
            .. position.Additions.Select(WhyAddition),
            _notes.UnmetCondition(Sentences.WhyCondition, position),
            position.Ordered is { } ordered
                ? phrases.Say(Sentences.WhyOrdered, ("ordered", ordered), ("remaining", position.OwnRemaining))
                : null,
            position.Band is { } band ? _notes.Band(Sentences.WhyBand, band) : null,
            position is { BandBinds: true, Band: { } binding }
                ? phrases.Say(Sentences.WhyBandBinds, ("band", binding.Band), ("remaining", binding.Remaining))
                : null,
            phrases.Say(Sentences.WhyFoot, ("cycle", position.Cycle.Span())),
        ]);
    }

    /// <summary>
    /// What must be said before figures of this cycle, so that nobody takes them for those of 下周, or for an order placed.
    /// </summary>
    private IEnumerable<string> Before(OrderCycle cycle)
    {
        var asked = turn.Understood?.Entities.OfType<Entity.DateNamed>().FirstOrDefault();
        if (asked is not null && (asked.To < cycle.StartDate || asked.From > cycle.EndDate))
        {
            yield return phrases.Say(Sentences.SupplyOtherTime, ("cycle", cycle.Span()));
        }

        if (WantsToOrder().IsMatch(turn.Words))
        {
            yield return phrases.Say(Sentences.SupplyNoOrdering);
        }
    }

    [GeneratedRegex("[帮给替]我(?:再)?(?:订|定|下单)|下单|我要[订定]")]
    private static partial Regex WantsToOrder();

    private string Planned(SupplyAnswer.Planned planned)
    {
        var position = planned.Position;
        return WithWhyHint(Wording.Lines(
        [
            Figures(planned),
            position is { BandBinds: false, Band: { } band } ? _notes.Band(Sentences.SupplyBand, band) : null,
            .. _notes.Of(position),
            _notes.OldOrders(position.OrdersAsOf, turn.At),
        ]));
    }

    /// <summary>The hint is left out where it is heard, and where it would push the answer over what the channel takes at once.</summary>
    private string WithWhyHint(string answer)
    {
        var hinted = Wording.Lines(answer, phrases.Say(Sentences.SupplyWhyHint));
        return turn.IsHeard() || hinted.Length > ChannelLimits.Of(turn.Channel).MaxCharacters ? answer : hinted;
    }

    private string Figures(SupplyAnswer.Planned planned)
    {
        var position = planned.Position;
        var sentence = position switch
        {
            { Ordered: null } => Sentences.SupplyOrdersUnknown,
            { Limit: 0, Ordered: 0 } => Sentences.SupplyZero,
            _ => Sentences.Supply,
        };
        return phrases.Say(
            sentence,
            ("product", planned.Product.Name), ("remaining", position.Remaining), ("limit", position.Limit),
            ("tier", planned.Retailer.Tier), ("market", planned.Retailer.Market.Name()), ("ordered", position.Ordered),
            ("cycle", position.Cycle.Span()), ("asOf", AsOf(position)));
    }

    private string Line(SupplyAnswer answer) => answer switch
    {
        SupplyAnswer.Planned { Position.Ordered: null } planned => phrases.Say(
            Sentences.SupplyLineOrdersUnknown, ("product", planned.Product.Name), ("limit", planned.Position.Limit)),
        SupplyAnswer.Planned { Position: { BandBinds: true, Band: { } band } } planned => phrases.Say(
            Sentences.SupplyLineBand,
            ("product", planned.Product.Name), ("remaining", planned.Position.Remaining),
            ("limit", planned.Position.Limit), ("ordered", planned.Position.Ordered),
            ("band", band.Band), ("bandLimit", band.Limit), ("bandOrdered", band.Ordered)),
        SupplyAnswer.Planned planned => phrases.Say(
            Sentences.SupplyLine,
            ("product", planned.Product.Name), ("remaining", planned.Position.Remaining),
            ("limit", planned.Position.Limit), ("ordered", planned.Position.Ordered)),
        SupplyAnswer.Stopped stopped => phrases.Say(Sentences.SupplyLineStopped, ("product", stopped.Product.Name)),
        SupplyAnswer.NoPlan none => phrases.Say(Sentences.SupplyLineNoPlan, ("product", none.Product.Name)),
        _ => Answer(answer),
    };

    private string Stopped(SupplyAnswer.Stopped stopped)
    {
        var priceClass = ("class", (object?)stopped.Product.PriceClass);
        return Wording.Lines(
        [
            phrases.Say(
                stopped.StoppedByPlan ? Sentences.SupplyStopped : Sentences.SupplyNotPlanned,
                ("product", stopped.Product.Name), ("cycle", stopped.Cycle.Span()), ("asOf", turn.Moment(stopped.AsOf))),
            phrases.Say(stopped.Alternatives.Count > 0 ? Sentences.SupplyAlternatives : Sentences.SupplyNoAlternatives, priceClass),
            .. stopped.Alternatives.Take(turn.AtOnce(stopped.Alternatives.Count)).Select(other => phrases.Say(
                Sentences.SupplyAlternative, ("product", other.Product.Name), ("remaining", other.Position.Remaining))),
        ]);
    }

    /// <summary>The first lines; the others come on 更多, which nobody can say on the phone.</summary>
    private Decision Orderable(OrderableAnswer.Planned planned, int mostLines)
    {
        var left = turn.IsHeard() ? 0 : planned.Products.Count - mostLines;
        var lines = planned.Products.Select((orderable, index) => phrases.Say(
            Sentences.OrderableLine,
            ("number", index + 1), ("product", orderable.Product.Name), ("remaining", orderable.Position.Remaining))).ToList();
        return Decision.Say(Wording.Lines(
        [
            .. Before(planned.Cycle),
            phrases.Say(
                Sentences.Orderable,
                ("count", planned.Products.Count), ("cycle", planned.Cycle.Span()), ("asOf", turn.Moment(planned.AsOf))),
            .. lines.Take(mostLines),
            left > 0 && !turn.IsTerse() ? phrases.Say(Sentences.OrderableMore, ("count", left)) : null,
        ])) with
        {
            More = left > 0
                ? Wording.Lines([.. lines.Skip(mostLines), phrases.Say(Sentences.OrderableFoot, ("asOf", turn.Moment(planned.AsOf)))])
                : null,
        };
    }

    private string WhyAddition(Addition addition) => addition.Reason.Length > 0
        ? phrases.Say(Sentences.WhyAddition, ("cartons", addition.Cartons), ("reason", addition.Reason))
        : phrases.Say(Sentences.WhyAdditionNoReason, ("cartons", addition.Cartons));

    private string AsOf(SupplyPosition position) => turn.Moment(position.OrdersAsOf ?? position.PlanAsOf);
}
