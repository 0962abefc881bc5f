using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Home;

/// <summary>The settlement account in plain words: is there enough, and what to do when there is not.</summary>
/// <param name="Account">The row.</param>
/// <param name="Headline">What matters, in one sentence.</param>
/// <param name="NextStep">What to do; null when nothing is to be done.</param>
/// <param name="IsShort">True when money is missing.</param>
/// <param name="Warning">That the balance is old; null when it is not.</param>
/// <param name="AsOf">When the table was loaded.</param>
internal sealed record SettlementCard(
    SettlementAccount Account, string Headline, string? NextStep, bool IsShort, string? Warning, DateTimeOffset AsOf)
{
    /// <summary>The card of a position at an instant.</summary>
    public static SettlementCard Of(SettlementPosition position, PhraseBook phrases, DateTimeOffset at)
    {
        var account = position.Account;
        return new SettlementCard(
            account,
            phrases.Say(
                HeadlineOf(position.Standing),
                ("shortfall", position.Shortfall.Money()), ("pending", account.Pending.Money()),
                ("left", (account.Balance - account.Pending).Money()), ("at", account.DeductionAt?.Minute())),
            NextStepOf(position, phrases),
            IsMissing(position.Standing),
            Freshness.IsOld(account.BalanceAt, at)
                ? phrases.Say(Sentences.WebBalanceOld, ("at", account.BalanceAt.Minute()))
                : null,
            position.AsOf);
    }

    private static Phrase HeadlineOf(SettlementStanding standing) => standing switch
    {
        SettlementStanding.Enough => Sentences.WebEnough,
        SettlementStanding.Short => Sentences.WebShort,
        SettlementStanding.NothingPending => Sentences.SettlementNothingPending,
        SettlementStanding.Past => Sentences.WebDeductionPast,
        SettlementStanding.EnoughWithoutTime => Sentences.WebEnoughNoTime,
        SettlementStanding.ShortWithoutTime => Sentences.WebShortNoTime,
        _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "Unknown standing."),
    };

    private static string? NextStepOf(SettlementPosition position, PhraseBook phrases) => position.Standing switch
    {
        var standing when IsMissing(standing) => phrases.Say(
            Sentences.WebShortWhere, ("bank", position.Account.Bank), ("tail", position.Account.CardTail)),
        SettlementStanding.Past => phrases.Say(Sentences.WebDeductionPastNext),
        _ => null,
    };

    private static bool IsMissing(SettlementStanding standing) =>
        standing is SettlementStanding.Short or SettlementStanding.ShortWithoutTime;
}
