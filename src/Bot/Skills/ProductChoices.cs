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
        var ranked = new List<(Product Product, int Rank)>();
        foreach (var candidate in mention.Candidates)
        {
            ranked.Add((candidate.Product, await RankAsync(turn, candidate.Product, cancellationToken)));
        }

        var products = ranked.OrderBy(one => one.Rank).Select(one => one.Product).Take(Most).ToList();
        var options = products
            .Select((product, index) => new OfferedOption($"{turn.Seq}.{index + 1}", product.Name, OptionKind.Product, product.Code))
            .ToList();
        return Offer(
            phrases.Say(
                ranked.Count > Most ? Sentences.WhichProductOfMany : Sentences.WhichProduct,
                ("words", mention.Text), ("count", Most)),
            intent,
            options);
    }

    /// <summary>The same products again, now for another question.</summary>
    public Decision AskAgain(Turn turn, Intent intent, OpenChoice open) => Offer(
        phrases.Say(Sentences.WhichOfThese),
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
