using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Is there enough in the settlement account before the deduction (电子结算)?</summary>
internal sealed class SettlementSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.SettlementBalance;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) =>
        await knowledge.SettlementAsync(turn.Retailer!.License, turn.At, cancellationToken) is { } position
            ? new SettlementWording(phrases.For(turn.Channel), turn).Answer(position)
            : Decision.Say(phrases.For(turn.Channel).Say(Sentences.SettlementNone));
}
