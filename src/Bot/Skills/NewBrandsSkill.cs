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
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.NewBrandsNotLoaded));
        }

        var named = turn.Mentions.SelectMany(mention => mention.Candidates).Select(candidate => candidate.Product.Code).ToHashSet();
        if (answer.Offers.FirstOrDefault(offer => named.Contains(offer.Product.Code)) is { } one)
        {
            return Card(turn, one, asOf);
        }

        return answer.Offers.Count == 0
            ? Decision.Say(phrases.For(turn.Channel).Say(Sentences.NewBrandsNone, ("tier", tier), ("asOf", turn.Moment(asOf))))
            : List(turn, answer.Offers, asOf);
    }

    /// <inheritdoc/>
    public async ValueTask<Decision?> ChooseAsync(Turn turn, string value, CancellationToken cancellationToken)
    {
        var answer = await knowledge.NewBrandsAsync(turn.Retailer!.Tier, turn.Today, cancellationToken);
        var chosen = answer.Offers.FirstOrDefault(offer => offer.Product.Code == value);
        return chosen is not null && answer.AsOf is { } asOf ? Card(turn, chosen, asOf) : null;
    }

    private Decision List(Turn turn, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf)
    {
        var options = offers.Select((offer, index) => new OfferedOption(
            $"{turn.Seq}.{index + 1}", offer.Product.Name, OptionKind.Other, offer.Product.Code)).ToList();
        var offered = new ConversationEvent.ChoiceOffered(new OpenChoice(Intent.NewBrand, options));

        if (turn.IsHeard())
        {
            return Names(turn, offers.Count, [.. options.Take(turn.AtOnce(options.Count))], asOf);
        }

        // A menu tap may be answered with several picture cards, a typed question with one only.
        return turn.Message is Inbound.MenuTap && offers.All(offer => offer.Brand.Picture.Length > 0)
            ? Decision.Say(Gallery(turn.Retailer!.Tier, offers, asOf)).With(offered)
            : Decision.Say(ListText(turn, offers, asOf)).With(offered);
    }

    /// <summary>Heard, a few names only; the facts of one come on its key.</summary>
    private Decision Names(Turn turn, int count, IReadOnlyList<OfferedOption> options, DateTimeOffset asOf) => ProductChoices.Offer(
        phrases.For(turn.Channel).Say(
            Sentences.NewBrands, ("count", count), ("tier", turn.Retailer!.Tier), ("asOf", turn.Moment(asOf))),
        Intent.NewBrand,
        options);

    /// <summary>Several cards show only titles, so a head says for whom and as of when, and each title holds the facts.</summary>
    private ReplyPart.Cards Gallery(Tier tier, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf)
    {
        var head = phrases.Say(Sentences.NewBrandsGallery, ("count", offers.Count), ("tier", tier), ("asOf", asOf.Minute()));
        return new ReplyPart.Cards(
        [
            new Card(head, "", offers[0].Brand.Picture, LinkPath: null),
            .. offers.Take(MostCards - 1).Select((offer, index) => new Card(Line(phrases, offer, index), "", offer.Brand.Picture, LinkPath: null)),
        ]);
    }

    private static string Line(PhraseBook said, NewBrandOffer offer, int index) => said.Say(
        Sentences.NewBrandLine,
        ("number", index + 1), ("product", offer.Product.Name), ("retail", said.Retail(offer.Product)),
        ("taste", offer.Brand.Taste), ("origin", offer.Brand.Origin));

    private string ListText(Turn turn, IReadOnlyList<NewBrandOffer> offers, DateTimeOffset asOf)
    {
        var said = phrases.For(turn.Channel);
        var head = said.Say(
            Sentences.NewBrands, ("count", offers.Count), ("tier", turn.Retailer!.Tier), ("asOf", turn.Moment(asOf)));
        return Wording.Lines(
        [
            head,
            .. offers.Select((offer, index) => Line(said, offer, index)),
            turn.IsTerse() ? null : said.Say(Sentences.NewBrandsFoot),
        ]);
    }

    /// <summary>One new brand; the talk is then about its product, so that 能订几条 asks for its limit.</summary>
    private Decision Card(Turn turn, NewBrandOffer offer, DateTimeOffset asOf) =>
        Decision.Say(new ReplyPart.Cards([CardOf(turn, phrases.For(turn.Channel), offer, asOf)]))
            .With(new ConversationEvent.SubjectChanged(new Subject(Intent.SupplyQuota, [offer.Product.Code])));

    private static Card CardOf(Turn turn, PhraseBook said, NewBrandOffer offer, DateTimeOffset asOf) => new(
        said.Say(Sentences.NewBrandTitle, ("product", offer.Product.Name)),
        said.Say(
            Sentences.NewBrandText,
            ("taste", offer.Brand.Taste), ("origin", offer.Brand.Origin),
            ("prices", said.Prices(offer.Product)),
            ("point", offer.Brand.SellingPoint), ("launch", offer.Brand.LaunchDate.Short()), ("asOf", turn.Moment(asOf))),
        offer.Brand.Picture.Length > 0 ? offer.Brand.Picture : null,
        LinkPath: null);
}
