using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>How much of a product may be ordered in this cycle (货源限量), and why.</summary>
internal sealed class SupplyQuotaSkill(KnowledgeBase knowledge, SupplyWording wording) : ISkill
{
    private const int MostLines = 15;

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
        if (products.Count == 0)
        {
            return wording.Orderable(
                await knowledge.OrderableAsync(turn.Retailer!.License, turn.At, cancellationToken), turn, MostLines);
        }

        var answers = await SupplyOfAllAsync(turn, products, cancellationToken);
        return Decision.Say(answers is [var one] ? wording.Answer(one, turn) : wording.Answers(answers, turn));
    }

    /// <summary>Why the limit of a product is what it is: the tier's cell, the additions, the band.</summary>
    public async ValueTask<Decision> ExplainAsync(Turn turn, string productCode, CancellationToken cancellationToken)
    {
        var answer = await SupplyAsync(turn, productCode, cancellationToken);
        return Decision.Say(answer is SupplyAnswer.Planned planned ? wording.Explain(planned) : wording.Answer(answer, turn));
    }

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
