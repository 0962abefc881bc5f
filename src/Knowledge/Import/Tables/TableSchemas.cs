namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>The schema of each table.</summary>
internal static class TableSchemas
{
    /// <summary>A fresh schema, for one reading of one table.</summary>
    public static TableSchema For(TradeTable table, ReferenceIndex references)
    {
        var columns = new TableColumns();
        return table switch
        {
            TradeTable.Products => new ProductTable(columns, references),
            TradeTable.Staff => new StaffTable(columns, references),
            TradeTable.Retailers => new RetailerTable(columns, references),
            TradeTable.SupplyLimits => new SupplyTable(columns, references),
            TradeTable.BandLimits => new BandTable(columns),
            TradeTable.Additions => new AdditionTable(columns, references),
            TradeTable.Orders => new OrderTable(columns, references),
            TradeTable.Arrivals => new ArrivalTable(columns, references),
            TradeTable.SettlementAccounts => new AccountTable(columns, references),
            TradeTable.NewBrands => new NewBrandTable(columns, references),
            TradeTable.Hotlines => new HotlineTable(columns),
            TradeTable.PolicyNotices => new PolicyTable(columns),
            TradeTable.Articles => new ArticleTable(columns),
            _ => throw new ArgumentOutOfRangeException(nameof(table), table, "Not a trade table."),
        };
    }
}
