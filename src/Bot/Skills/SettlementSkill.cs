using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
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
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        if (!IsForBalance(turn, turn.Retailer!))
        {
            return Decision.Say(phrases.Say(Sentences.SettlementElsewhere));
        }

        return await knowledge.SettlementAsync(turn.Retailer!.License, turn.At, cancellationToken) is { } position
            ? Decision.Say(Words(position))
            : Decision.Say(phrases.Say(Sentences.SettlementNone));
    }

    /// <summary>By text message and by phone the balance goes to the registered number only, whatever else is bound.</summary>
    private static bool IsForBalance(Turn turn, Retailer retailer) =>
        turn.Channel is not (ChannelNames.Sms or ChannelNames.Voice) || turn.Message.Phone == retailer.Phone;

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
        var sentence = position switch
        {
            { Account.Pending: 0 } => Sentences.SettlementNothingPending,
            { Account.DeductionAt: null, Shortfall: > 0 } => Sentences.SettlementNoTime,
            { Account.DeductionAt: null } => Sentences.SettlementNoTimeEnough,
            { DeductionIsAhead: false } => Sentences.SettlementPast,
            { Shortfall: > 0 } => Sentences.SettlementShort,
            _ => Sentences.SettlementEnough,
        };
        return phrases.Say(
            sentence,
            ("pending", account.Pending.Money()), ("at", account.DeductionAt?.Minute()),
            ("shortfall", position.Shortfall.Money()), ("left", (account.Balance - account.Pending).Money()),
            ("bank", account.Bank), ("tail", account.CardTail));
    }
}
