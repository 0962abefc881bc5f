using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Asks back when words may mean several products; what the retailer can order now comes first.</summary>
internal sealed class ProductChoices(KnowledgeBase knowledge, PhraseBook phrases)
{
    private const int Most = 6;

    /// <summary>Numbered choices for the mentions, some of each; people go through the list number by number.</summary>
    public async ValueTask<Decision> AskAsync(
        Turn turn, Intent intent, IReadOnlyList<ProductMention> mentions, CancellationToken cancellationToken)
    {
        var most = turn.AtOnce(Most);
        var share = Math.Max(1, most / mentions.Count);
        var products = new List<Product>();
        foreach (var mention in mentions.Take(most))
        {
            products.AddRange((await RankedAsync(turn, mention, cancellationToken)).Take(share));
        }

        var options = products.Distinct()
            .Select((product, index) => new OfferedOption($"{turn.Seq}.{index + 1}", product.Name, OptionKind.Product, product.Code))
            .ToList();
        var isAll = mentions.All(mention => mention.Candidates.Count <= share);
        return Offer(
            phrases.For(turn.Channel).Say(
                isAll ? Sentences.WhichProduct : Sentences.WhichProductOfMany,
                ("words", string.Join("、", mentions.Select(mention => mention.Text))), ("count", options.Count)),
            intent,
            options);
    }

    private async ValueTask<IEnumerable<Product>> RankedAsync(
        Turn turn, ProductMention mention, CancellationToken cancellationToken)
    {
        var ranked = new List<(Product Product, int Rank)>();
        foreach (var candidate in mention.Candidates)
        {
            ranked.Add((candidate.Product, await RankAsync(turn, candidate.Product, cancellationToken)));
        }

        return ranked.OrderBy(one => one.Rank).Select(one => one.Product);
    }

    /// <summary>The same products again, now for another question.</summary>
    public Decision AskAgain(Turn turn, Intent intent, OpenChoice open) => Offer(
        phrases.For(turn.Channel).Say(Sentences.WhichOfThese),
        intent,
        [.. open.Options.Select((option, index) => option with { Id = $"{turn.Seq}.{index + 1}" })]);

    /// <summary>A decision that offers the options under a prompt.</summary>
    public static Decision Offer(
        string prompt, Intent intent, IReadOnlyList<OfferedOption> options, string? question = null) =>
        Decision.Say(new ReplyPart.Choices(prompt, [.. options.Select(option => new Choice(option.Id, option.Label))]))
            .With(new ConversationEvent.ChoiceOffered(new OpenChoice(intent, options, question))) with { Intent = intent };

    /// <summary>What has something left, then what has a limit that is used up, then the rest.</summary>
    private async ValueTask<int> RankAsync(Turn turn, Product product, CancellationToken cancellationToken) =>
        turn.Retailer is { } retailer
        && await knowledge.SupplyAsync(retailer.License, product.Code, turn.At, cancellationToken) is SupplyAnswer.Planned planned
            ? planned.Position switch
            {
                { Remaining: > 0 } => 0,
                { Limit: > 0 } => 1,
                _ => 2,
            }
            : 2;
}
