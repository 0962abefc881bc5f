using System.Globalization;
using ServiceBot.Bot.Phrases;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>
/// Answers in the form of registered templates, for gateways that let nothing else out. Each holds all that its answer must:
/// what cannot be said whole has none.
/// </summary>
internal static class Notices
{
    /// <summary><c>supply.one</c>: product, limit, ordered, remaining, until, asOf; null while the orders are not known.</summary>
    public static Notice? Supply(SupplyAnswer answer) =>
        answer is SupplyAnswer.Planned { Position: { Ordered: { } ordered, Remaining: { } remaining } position } planned
            ? Make(
                "supply.one",
                ("product", planned.Product.Name), ("limit", Number(position.Limit)), ("ordered", Number(ordered)),
                ("remaining", Number(remaining)), ("until", position.Cycle.End()),
                ("asOf", (position.OrdersAsOf ?? position.PlanAsOf).Minute()))
            : null;

    /// <summary><c>settlement</c>: balance, pending, deductionAt, shortfall, asOf. Money in yuan.</summary>
    public static Notice Settlement(SettlementPosition position, PhraseBook phrases) => Make(
        "settlement",
        ("balance", position.Account.Balance.Money()), ("pending", position.Account.Pending.Money()),
        ("deductionAt", position.Account.DeductionAt?.Minute() ?? phrases.Say(Sentences.NoticeNoTime)),
        ("shortfall", position.Shortfall.Money()), ("asOf", position.Account.BalanceAt.Minute()));

    /// <summary><c>ticket</c>: number.</summary>
    public static Notice Ticket(string number) => Make("ticket", ("number", number));

    private static Notice Make(string name, params (string Key, string Value)[] values) =>
        new(name, values.ToDictionary(value => value.Key, value => value.Value));

    private static string Number(int cartons) => cartons.ToString(CultureInfo.InvariantCulture);
}
