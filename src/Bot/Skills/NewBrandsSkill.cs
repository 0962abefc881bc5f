using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>What new products are out for this retailer's tier (新品), with their pictures.</summary>
internal sealed class NewBrandsSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    private const int MostCards = 8;

    /// <inheritdoc/>
    public Intent Intent => Intent.NewBrand;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var tier = turn.Retailer!.Tier;
        var answer = await knowledge.NewBrandsAsync(tier, turn.Today, cancellationToken);
        if (answer.AsOf is not { } asOf)
        {
            return Decision.Say(phrases.Say(Sentences.NewBrandsNotLoaded));
        }

        var named = turn.Mentions.SelectMany(mention => mention.Candidates).Select(candidate => candidate.Product.Code).ToHashSet();
        if (answer.Offers.FirstOrDefault(offer => named.Contains(offer.Product.Code)) is { } one)
        {
            return Card(one, asOf);
        }

        return answer.Offers.Count == 0
            ? Decision.Say(phrases.Say(Sentences.NewBrandsNone, ("tier", tier), ("asOf", asOf.Minute())))
            : List(turn, answer.Offers, asOf);
    }

    /// <inheritdoc/>
    public async ValueTask<Decision?> ChooseAsync(Turn turn, string value, CancellationToken cancellationToken)
    {
        var answer = await knowledge.NewBrandsAsync(turn.Retailer!.Tier, turn.Today, cancellationToken);
        var chosen = answer.Offers.FirstOrDefault(offer => offer.Product.Code == value);
        return chosen is not null && answer.AsOf is { } asOf ? Card(chosen, asOf) : null;
    }

    private Decision List(Turn turn, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf)
    {
        var options = offers.Select((offer, index) => new OfferedOption(
            $"{turn.Seq}.{index + 1}", offer.Product.Name, OptionKind.Other, offer.Product.Code)).ToList();
        var offered = new ConversationEvent.ChoiceOffered(new OpenChoice(Intent.NewBrand, options));

        // A menu tap may be answered with several picture cards, a typed question with one only.
        return turn.Message is Inbound.MenuTap && offers.All(offer => offer.Brand.Picture.Length > 0)
            ? Decision.Say(Gallery(turn.Retailer!.Tier, offers, asOf)).With(offered)
            : Decision.Say(ListText(turn.Retailer!.Tier, offers, asOf)).With(offered);
    }

    /// <summary>Several cards show only titles, so a head says for whom and as of when, and each title holds the facts.</summary>
    private ReplyPart.Cards Gallery(Tier tier, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf)
    {
        var head = phrases.Say(Sentences.NewBrandsGallery, ("count", offers.Count), ("tier", tier), ("asOf", asOf.Minute()));
        return new ReplyPart.Cards(
        [
            new Card(head, "", offers[0].Brand.Picture, LinkPath: null),
            .. offers.Take(MostCards - 1).Select((offer, index) => new Card(Line(offer, index), "", offer.Brand.Picture, LinkPath: null)),
        ]);
    }

    private string Line(NewBrandOffer offer, int index) => phrases.Say(
        Sentences.NewBrandLine,
        ("number", index + 1), ("product", offer.Product.Name), ("retail", phrases.Retail(offer.Product)),
        ("taste", offer.Brand.Taste), ("origin", offer.Brand.Origin));

    private string ListText(Tier tier, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf) => Wording.Lines(
    [
        phrases.Say(Sentences.NewBrands, ("count", offers.Count), ("tier", tier), ("asOf", asOf.Minute())),
        .. offers.Select(Line),
        phrases.Say(Sentences.NewBrandsFoot),
    ]);

    /// <summary>One new brand; the talk is then about its product, so that 能订几条 asks for its limit.</summary>
    private Decision Card(NewBrandOffer offer, DateTimeOffset asOf) =>
        Decision.Say(new ReplyPart.Cards([CardOf(offer, asOf)]))
            .With(new ConversationEvent.SubjectChanged(new Subject(Intent.SupplyQuota, [offer.Product.Code])));

    private Card CardOf(NewBrandOffer offer, DateTimeOffset asOf) => new(
        phrases.Say(Sentences.NewBrandTitle, ("product", offer.Product.Name)),
        phrases.Say(
            Sentences.NewBrandText,
            ("taste", offer.Brand.Taste), ("origin", offer.Brand.Origin),
            ("prices", phrases.Prices(offer.Product)),
            ("point", offer.Brand.SellingPoint), ("launch", offer.Brand.LaunchDate.Short()), ("asOf", asOf.Minute())),
        offer.Brand.Picture.Length > 0 ? offer.Brand.Picture : null,
        LinkPath: null);
}
