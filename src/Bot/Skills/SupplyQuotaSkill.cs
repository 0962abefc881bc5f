using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>How much of a product may be ordered in this cycle (货源限量), and why.</summary>
internal sealed class SupplyQuotaSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    private const int MostLines = 15;
    private const int MostOrdered = 3;
    private const int OrdersOfDays = 60;

    /// <inheritdoc/>
    public Intent Intent => Intent.SupplyQuota;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public bool AboutProducts => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var asked = products.Count == 0 && turn.IsHeard() ? await OrderedMostAsync(turn, cancellationToken) : products;
        if (asked.Count == 0)
        {
            return WordingFor(turn).Orderable(
                await knowledge.OrderableAsync(turn.Retailer!.License, turn.At, cancellationToken), MostLines);
        }

        var answers = await SupplyOfAllAsync(turn, asked, cancellationToken);
        return answers is [var one]
            ? new Decision { Reply = Reply.OfText(WordingFor(turn).Answer(one)) with { Notice = Notices.Supply(one) } }
            : Decision.Say(WordingFor(turn).Answers(answers));
    }

    /// <summary>Why the limit of a product is what it is: the tier's cell, the additions, the band.</summary>
    public async ValueTask<Decision> ExplainAsync(Turn turn, string productCode, CancellationToken cancellationToken)
    {
        var answer = await SupplyAsync(turn, productCode, cancellationToken);
        return Decision.Say(answer is SupplyAnswer.Planned planned
            ? WordingFor(turn).Explain(planned)
            : WordingFor(turn).Answer(answer));
    }

    private SupplyWording WordingFor(Turn turn) => new(phrases.For(turn.Channel), turn);

    /// <summary>Nobody names a product on a keypad, so there the answer is about what this retailer orders most.</summary>
    private ValueTask<IReadOnlyList<Product>> OrderedMostAsync(Turn turn, CancellationToken cancellationToken) =>
        knowledge.MostOrderedAsync(turn.Retailer!.License, MostOrdered, turn.Today.AddDays(-OrdersOfDays), cancellationToken);

    private ValueTask<SupplyAnswer> SupplyAsync(Turn turn, string code, CancellationToken cancellationToken) =>
        knowledge.SupplyAsync(turn.Retailer!.License, code, turn.At, cancellationToken);

    private async ValueTask<List<SupplyAnswer>> SupplyOfAllAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var answers = new List<SupplyAnswer>(products.Count);
        foreach (var product in products)
        {
            answers.Add(await SupplyAsync(turn, product.Code, cancellationToken));
        }

        return answers;
    }
}
