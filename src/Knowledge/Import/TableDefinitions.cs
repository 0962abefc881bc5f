using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>The thirteen tables.</summary>
internal static class TableDefinitions
{
    /// <summary>One more than the largest licence number.</summary>
    private const long Licenses = 1_000_000_000_000;

    public static readonly TableDefinition<ProductRow, Product, string> Products = new(
        TradeTable.Products, record => record.Code, ProductRow.From, TableScopes.Whole<ProductRow, Product>);

    public static readonly TableDefinition<StaffRow, StaffMember, string> Staff = new(
        TradeTable.Staff, record => record.Number, StaffRow.From, TableScopes.Whole<StaffRow, StaffMember>);

    public static readonly TableDefinition<RetailerRow, Retailer, LicenseNumber> Retailers = new(
        TradeTable.Retailers, record => record.License, RetailerRow.From, TableScopes.Whole<RetailerRow, Retailer>);

    public static readonly TableDefinition<SupplyLimitRow, SupplyLimit, object> SupplyLimits = new(
        TradeTable.SupplyLimits,
        record => (record.Cycle, record.ProductCode, record.Market, record.Formats, record.Districts),
        SupplyLimitRow.From,
        TableScopes.CyclesOf<SupplyLimitRow, SupplyLimit>(record => record.Cycle));

    public static readonly TableDefinition<BandLimitRow, BandLimit, object> BandLimits = new(
        TradeTable.BandLimits,
        record => (record.Cycle, record.Band),
        BandLimitRow.From,
        TableScopes.CyclesOf<BandLimitRow, BandLimit>(record => record.Cycle));

    public static readonly TableDefinition<AdditionRow, Addition, (OrderCycle, LicenseNumber, string, string)> Additions =
        new(
            TradeTable.Additions,
            record => (record.Cycle, record.License, record.ProductCode, record.Reason),
            AdditionRow.From,
            TableScopes.CyclesOf<AdditionRow, Addition>(record => record.Cycle));

    public static readonly TableDefinition<OrderRow, Order, (DateOnly, LicenseNumber, string)> Orders = new(
        TradeTable.Orders,
        record => (record.Date, record.License, record.ProductCode),
        OrderRow.From,
        TableScopes.OrderDatesAsync,
        WriteOrder: order => (order.Date.DayNumber * Licenses) + LicenseColumn.ToNumber(order.License));

    public static readonly TableDefinition<ArrivalRow, Arrival, object> Arrivals = new(
        TradeTable.Arrivals,
        record => (record.Date, record.ProductCode),
        ArrivalRow.From,
        TableScopes.Whole<ArrivalRow, Arrival>);

    public static readonly TableDefinition<SettlementAccountRow, SettlementAccount, LicenseNumber> SettlementAccounts =
        new(
            TradeTable.SettlementAccounts,
            record => record.License,
            SettlementAccountRow.From,
            TableScopes.AccountsAsync,
            RemovesMissing: false);

    public static readonly TableDefinition<NewBrandRow, NewBrand, object> NewBrands = new(
        TradeTable.NewBrands,
        record => (record.ProductCode, record.LaunchDate),
        NewBrandRow.From,
        TableScopes.Whole<NewBrandRow, NewBrand>);

    public static readonly TableDefinition<HotlineRow, PlacedHotline, object> Hotlines = new(
        TradeTable.Hotlines,
        record => (record.Hotline.Name, record.Hotline.Number),
        HotlineRow.From,
        TableScopes.Whole<HotlineRow, PlacedHotline>);

    public static readonly TableDefinition<PolicyNoticeRow, PolicyNotice, object> PolicyNotices = new(
        TradeTable.PolicyNotices,
        record => (record.EffectiveDate, record.Title),
        PolicyNoticeRow.From,
        TableScopes.Whole<PolicyNoticeRow, PolicyNotice>);

    public static readonly TableDefinition<ArticleRow, Article, string> Articles = new(
        TradeTable.Articles, record => record.Questions, ArticleRow.From, TableScopes.Whole<ArticleRow, Article>);
}
