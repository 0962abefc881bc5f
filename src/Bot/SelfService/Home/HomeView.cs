using ServiceBot.Bot.SelfService.Limits;
using ServiceBot.Bot.Tickets;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Home;

/// <summary>Everything on a retailer's home screen.</summary>
/// <param name="Retailer">Whose.</param>
/// <param name="Today">The date in China.</param>
/// <param name="Days">Order and delivery day; null for a closed shop, which has none.</param>
/// <param name="Settlement">The account; null when the table has no row.</param>
/// <param name="Limits">The first limits.</param>
/// <param name="NewBrands">New brands for the retailer's tier.</param>
/// <param name="Arrivals">Arrivals from today on.</param>
/// <param name="Notices">Notices in force.</param>
/// <param name="Officers">The three officers, as far as the table names them.</param>
/// <param name="Hotlines">The hotlines.</param>
/// <param name="Tickets">The licence's own tickets, newest first.</param>
internal sealed record HomeView(
    Retailer Retailer,
    DateOnly Today,
    OrderDayAnswer? Days,
    SettlementCard? Settlement,
    LimitsView Limits,
    NewBrandsAnswer NewBrands,
    ArrivalsView Arrivals,
    IReadOnlyList<PolicyNotice> Notices,
    IReadOnlyList<StaffMember> Officers,
    IReadOnlyList<Hotline> Hotlines,
    IReadOnlyList<OwnTicket> Tickets);

/// <summary>Arrivals by day.</summary>
/// <param name="Days">Soonest first.</param>
/// <param name="AsOf">When the table was loaded; null when it never was.</param>
internal sealed record ArrivalsView(IReadOnlyList<ArrivalDay> Days, DateTimeOffset? AsOf);

/// <summary>What arrives on one day.</summary>
internal sealed record ArrivalDay(DateOnly Date, IReadOnlyList<ArrivedProduct> Products);
