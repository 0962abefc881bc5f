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

    /// <summary>Numbered choices for the mention.</summary>
    public async ValueTask<Decision> AskAsync(
        Turn turn, Intent intent, ProductMention mention, CancellationToken cancellationToken)
    {
        var orderable = await OrderableAsync(turn, cancellationToken);
        var products = mention.Candidates
            .Select(candidate => candidate.Product)
            .OrderBy(product => orderable.Contains(product.Code) ? 0 : 1)
            .Take(Most)
            .ToList();
        var options = products
            .Select((product, index) => new OfferedOption($"{turn.Seq}.{index + 1}", product.Name, OptionKind.Product, product.Code))
            .ToList();
        return Offer(phrases.Say(Sentences.WhichProduct, ("words", mention.Text)), intent, options);
    }

    /// <summary>A decision that offers the options under a prompt.</summary>
    public static Decision Offer(string prompt, Intent intent, IReadOnlyList<OfferedOption> options) =>
        Decision.Say(new ReplyPart.Choices(prompt, [.. options.Select(option => new Choice(option.Id, option.Label))]))
            .With(new ConversationEvent.ChoiceOffered(new OpenChoice(intent, options))) with { Intent = intent };

    private async ValueTask<HashSet<string>> OrderableAsync(Turn turn, CancellationToken cancellationToken) =>
        turn.Retailer is { } retailer
        && await knowledge.OrderableAsync(retailer.License, turn.At, cancellationToken) is OrderableAnswer.Planned planned
            ? [.. planned.Products.Select(orderable => orderable.Product.Code)]
            : [];
}
