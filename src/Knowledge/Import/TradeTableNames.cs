namespace ServiceBot.Knowledge.Import;

/// <summary>The Chinese names of the trade tables, as file and sheet names carry them.</summary>
public static class TradeTableNames
{
    private static readonly Dictionary<TradeTable, string> Names = new()
    {
        [TradeTable.Products] = "卷烟品规",
        [TradeTable.Staff] = "人员",
        [TradeTable.Retailers] = "零售户",
        [TradeTable.SupplyLimits] = "货源投放",
        [TradeTable.BandLimits] = "价位段限量",
        [TradeTable.Additions] = "增投",
        [TradeTable.Orders] = "订货",
        [TradeTable.Arrivals] = "到货",
        [TradeTable.SettlementAccounts] = "结算账户",
        [TradeTable.NewBrands] = "新品",
        [TradeTable.Hotlines] = "热线",
        [TradeTable.PolicyNotices] = "经营政策",
        [TradeTable.Articles] = "问答",
    };

    /// <summary>All thirteen names, separated by 、.</summary>
    public static string All { get; } = string.Join('、', Names.Values);

    /// <summary>The table's name, such as 零售户.</summary>
    public static string ChineseName(this TradeTable table) => Names[table];

    /// <summary>
    /// The table that a file name (without extension) or sheet name speaks of, whatever stands before or after, such as
    /// 货源投放_20261124 or 1-零售户; null when it names none. What stands in brackets counts only when nothing else does.
    /// </summary>
    public static TradeTable? Find(string name) => FindLast(TextFolding.WithoutBrackets(name)) ?? FindLast(name);

    // Chinese puts the head last: 零售户结算账户 is a table of accounts, 新品货源投放 one of supply.
    private static TradeTable? FindLast(string name)
    {
        var found = Names.Select(pair => (Table: (TradeTable?)pair.Key, End: EndOf(pair.Value, name)))
            .MaxBy(candidate => candidate.End);
        return found.End < 0 ? null : found.Table;
    }

    private static int EndOf(string table, string name)
    {
        var start = name.LastIndexOf(table, StringComparison.Ordinal);
        return start < 0 ? -1 : start + table.Length;
    }
}
