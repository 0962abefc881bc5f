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
            ? Decision.Say(Words(position))
            : Decision.Say(phrases.Say(Sentences.SettlementNone));

    private string Words(SettlementPosition position)
    {
        var account = position.Account;
        return Wording.Lines(
            phrases.Say(
                Sentences.Settlement, ("balance", account.Balance.Money()), ("balanceAt", account.BalanceAt.Minute())),
            Pending(position),
            account.LastResult.Length > 0 ? phrases.Say(Sentences.SettlementLast, ("result", account.LastResult)) : null,
            phrases.Say(Sentences.SettlementAsOf, ("asOf", position.AsOf.Minute())));
    }

    private string Pending(SettlementPosition position)
    {
        var account = position.Account;
        var sentence = position.Standing switch
        {
            SettlementStanding.NothingPending => Sentences.SettlementNothingPending,
            SettlementStanding.ShortWithoutTime => Sentences.SettlementNoTime,
            SettlementStanding.EnoughWithoutTime => Sentences.SettlementNoTimeEnough,
            SettlementStanding.Past => Sentences.SettlementPast,
            SettlementStanding.Short => Sentences.SettlementShort,
            _ => Sentences.SettlementEnough,
        };
        return phrases.Say(
            sentence,
            ("pending", account.Pending.Money()), ("at", account.DeductionAt?.Minute()),
            ("shortfall", position.Shortfall.Money()), ("left", (account.Balance - account.Pending).Money()),
            ("bank", account.Bank), ("tail", account.CardTail));
    }
}
