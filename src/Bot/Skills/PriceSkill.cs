using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Bot.Skills;

/// <summary>Wholesale and retail price of products.</summary>
internal sealed class PriceSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.Price;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public bool AboutProducts => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        if (products.Count == 0)
        {
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.WhichProductAtAll));
        }

        var asOf = await knowledge.AsOfAsync(TradeTable.Products, cancellationToken);
        return Decision.Say([.. products.Select(product => Part(turn, product, asOf ?? turn.At))]);
    }

    private ReplyPart.Text Part(Turn turn, Product product, DateTimeOffset asOf) => phrases.For(turn.Channel).Part(
        Sentences.Price,
        ("product", product.Name),
        ("prices", phrases.For(turn.Channel).Prices(product)),
        ("asOf", turn.Moment(asOf)));
}

/// <summary>Prices in words, shared by the skills that show them.</summary>
internal static class PriceWording
{
    /// <summary>The known prices, or that none is known.</summary>
    public static string Prices(this PhraseBook phrases, Product product)
    {
        string?[] known =
        [
            product.WholesalePrice is { } wholesale ? phrases.Say(Sentences.PriceWholesale, ("amount", wholesale.Money())) : null,
            product.RetailPrice is null ? null : phrases.Retail(product),
        ];
        return known.All(price => price is null)
            ? phrases.Say(Sentences.PriceUnknown)
            : string.Join("，", known.Where(price => price is not null));
    }

    /// <summary>The retail price, or that it is not known.</summary>
    public static string Retail(this PhraseBook phrases, Product product) => product.RetailPrice is { } amount
        ? phrases.Say(Sentences.PriceRetail, ("amount", amount.Money()))
        : phrases.Say(Sentences.PriceUnknown);
}
