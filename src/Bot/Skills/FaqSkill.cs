using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Answers from the company's own questions and answers (问答).</summary>
internal sealed class FaqSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <summary>From this score on an article is taken to be what was asked.</summary>
    private const double Sure = 0.55;

    private const double Possible = 0.3;
    private const int MostChoices = 3;

    /// <inheritdoc/>
    public Intent Intent => Intent.Faq;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var hits = await FindAsync(turn, turn.Words, cancellationToken);
        if (hits.Count > 0 && hits[0].Score >= Sure)
        {
            return Decision.Say(hits[0].Article.Answer);
        }

        var possible = hits.Where(hit => hit.Score >= Possible).Take(MostChoices).ToList();
        return possible.Count == 0
            ? Decision.Say(phrases.For(turn.Channel).Say(turn.Retailer is null ? Sentences.FaqNoneStranger : Sentences.FaqNone))
            : ProductChoices.Offer(
                phrases.For(turn.Channel).Say(Sentences.FaqWhich),
                Intent.Faq,
                [.. possible.Select((hit, index) => new OfferedOption(
                    $"{turn.Seq}.{index + 1}", hit.Question, OptionKind.Other, hit.Question))]);
    }

    /// <inheritdoc/>
    public async ValueTask<Decision?> ChooseAsync(Turn turn, string value, CancellationToken cancellationToken)
    {
        var hits = await FindAsync(turn, value, cancellationToken);
        return hits.Count > 0 && hits[0].Score >= Sure ? Decision.Say(hits[0].Article.Answer) : null;
    }

    /// <summary>An article that clearly answers the words, for messages that no intent fits; null when there is none.</summary>
    public async ValueTask<Decision?> TryAnswerAsync(Turn turn, CancellationToken cancellationToken)
    {
        var hits = await FindAsync(turn, turn.Words, cancellationToken);
        return hits.Count > 0 && hits[0].Score >= Sure
            ? Decision.Say(hits[0].Article.Answer) with { Intent = Intent.Faq }
            : null;
    }

    /// <summary>An article that clearly answers the words and names no product; null when there is none.</summary>
    public async ValueTask<Article?> ForEveryoneAsync(string words, CancellationToken cancellationToken)
    {
        var hits = await WithoutProductsAsync(await knowledge.SearchArticlesAsync(words, cancellationToken), cancellationToken);
        return hits.Count > 0 && hits[0].Score >= Sure ? hits[0].Article : null;
    }

    /// <summary>A stranger sees no article that speaks of products: tobacco is not advertised to the public.</summary>
    private async ValueTask<IReadOnlyList<ArticleHit>> FindAsync(Turn turn, string words, CancellationToken cancellationToken)
    {
        var hits = await knowledge.SearchArticlesAsync(words, cancellationToken);
        return turn.Retailer is null ? await WithoutProductsAsync(hits, cancellationToken) : hits;
    }

    private async ValueTask<IReadOnlyList<ArticleHit>> WithoutProductsAsync(
        IReadOnlyList<ArticleHit> hits, CancellationToken cancellationToken)
    {
        var open = new List<ArticleHit>();
        foreach (var hit in hits)
        {
            if ((await knowledge.FindProductsAsync($"{hit.Question}\n{hit.Article.Answer}", cancellationToken)).Count == 0)
            {
                open.Add(hit);
            }
        }

        return open;
    }
}
