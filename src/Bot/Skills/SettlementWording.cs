using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Puts a settlement account into words.</summary>
/// <param name="phrases">The sentences as the turn's channel says them.</param>
/// <param name="turn">The turn.</param>
internal sealed class SettlementWording(PhraseBook phrases, Turn turn)
{
    /// <summary>The balance, then what is to be deducted; heard, what is missing comes first.</summary>
    public Decision Answer(SettlementPosition position)
    {
        string[] figures = turn.IsHeard()
            ? [Pending(position), Balance(position.Account)]
            : [Balance(position.Account), Pending(position)];
        var words = Wording.Lines([.. figures, Last(position.Account), AsOf(position)]);
        return new Decision { Reply = Reply.OfText(words) with { Notice = Notices.Settlement(position, phrases) } };
    }

    private string Balance(SettlementAccount account) => phrases.Say(
        Sentences.Settlement, ("balance", account.Balance.Money()), ("balanceAt", turn.Moment(account.BalanceAt)));

    private string? Last(SettlementAccount account) => account.LastResult.Length > 0 && !turn.IsHeard()
        ? phrases.Say(Sentences.SettlementLast, ("result", account.LastResult))
        : null;

    /// <summary>The balance has its own time; when the table was loaded is said where there is time to read it.</summary>
    private string? AsOf(SettlementPosition position) =>
        turn.IsHeard() ? null : phrases.Say(Sentences.SettlementAsOf, ("asOf", turn.Moment(position.AsOf)));

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
            ("pending", account.Pending.Money()),
            ("at", account.DeductionAt is { } deductionAt ? turn.Moment(deductionAt) : null),
            ("shortfall", position.Shortfall.Money()), ("left", (account.Balance - account.Pending).Money()),
            ("bank", account.Bank), ("tail", account.CardTail));
    }
}
