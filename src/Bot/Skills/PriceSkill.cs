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
            return Decision.Say(phrases.Say(Sentences.WhichProductAtAll));
        }

        var asOf = await knowledge.AsOfAsync(TradeTable.Products, cancellationToken);
        return Decision.Say([.. products.Select(product => Part(product, asOf ?? turn.At))]);
    }

    private ReplyPart.Text Part(Product product, DateTimeOffset asOf) => phrases.Part(
        Sentences.Price,
        ("product", product.Name),
        ("wholesale", phrases.Wholesale(product)),
        ("retail", phrases.Retail(product)),
        ("asOf", asOf.Minute()));
}

/// <summary>Prices in words, shared by the skills that show them.</summary>
internal static class PriceWording
{
    public static string Wholesale(this PhraseBook phrases, Product product) => product.WholesalePrice is { } amount
        ? phrases.Say(Sentences.PriceWholesale, ("amount", amount.Money()))
        : phrases.Say(Sentences.PriceUnknown);

    public static string Retail(this PhraseBook phrases, Product product) => product.RetailPrice is { } amount
        ? phrases.Say(Sentences.PriceRetail, ("amount", amount.Money()))
        : phrases.Say(Sentences.PriceUnknown);
}
