namespace ServiceBot.Knowledge.Store;

/// <summary>The tables that every retailer shares, of one version, as they travel through Redis.</summary>
/// <param name="Products">卷烟品规.</param>
/// <param name="Staff">人员.</param>
/// <param name="Cycles">Every cycle of the plan, old ones too.</param>
/// <param name="SupplyLimits">货源投放 of the cycles that are not long over.</param>
/// <param name="BandLimits">价位段限量 of the cycles that are not long over.</param>
/// <param name="Arrivals">到货.</param>
/// <param name="NewBrands">新品.</param>
/// <param name="Hotlines">热线, in the table's order.</param>
/// <param name="Notices">经营政策.</param>
/// <param name="Articles">问答.</param>
internal sealed record TradeBookData(
    IReadOnlyList<Product> Products,
    IReadOnlyList<StaffMember> Staff,
    IReadOnlyList<OrderCycle> Cycles,
    IReadOnlyList<SupplyLimit> SupplyLimits,
    IReadOnlyList<BandLimit> BandLimits,
    IReadOnlyList<Arrival> Arrivals,
    IReadOnlyList<NewBrand> NewBrands,
    IReadOnlyList<Hotline> Hotlines,
    IReadOnlyList<PolicyNotice> Notices,
    IReadOnlyList<Article> Articles);

/// <summary>One retailer's own rows, of one version.</summary>
/// <param name="Retailer">The row of 零售户; null when the licence is not there.</param>
/// <param name="Account">The row of 结算账户; null when there is none.</param>
/// <param name="Additions">增投 of the cycles that are not long over.</param>
/// <param name="Orders">订货 of the plan's cycles that are not long over.</param>
internal sealed record RetailerFile(
    Retailer? Retailer,
    SettlementAccount? Account,
    IReadOnlyList<Addition> Additions,
    IReadOnlyList<Order> Orders);
