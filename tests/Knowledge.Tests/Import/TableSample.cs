using System.Collections;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>A sound table: what is written and what must be read.</summary>
internal sealed record TableSample(TradeTable Table, string[] Headers, string[][] Rows, IList Expected)
{
    /// <summary>The same with columns in another order.</summary>
    public TableSample Shuffled()
    {
        var order = Enumerable.Range(0, Headers.Length).ToArray();
        new Random(20261124).Shuffle(order);
        string[] Pick(string[] cells) => [.. order.Select(index => cells[index])];
        return this with { Headers = Pick(Headers), Rows = [.. Rows.Select(Pick)] };
    }

    /// <summary>The rows that were read of a table.</summary>
    public static IList? RowsOf(TradeTableSet tables, TradeTable table) => table switch
    {
        TradeTable.Products => tables.Products,
        TradeTable.Staff => tables.Staff,
        TradeTable.Retailers => tables.Retailers,
        TradeTable.SupplyLimits => tables.SupplyLimits,
        TradeTable.BandLimits => tables.BandLimits,
        TradeTable.Additions => tables.Additions,
        TradeTable.Orders => tables.Orders,
        TradeTable.Arrivals => tables.Arrivals,
        TradeTable.SettlementAccounts => tables.SettlementAccounts,
        TradeTable.NewBrands => tables.NewBrands,
        TradeTable.Hotlines => tables.Hotlines,
        TradeTable.PolicyNotices => tables.PolicyNotices,
        TradeTable.Articles => tables.Articles,
        _ => throw new ArgumentOutOfRangeException(nameof(table)),
    };
}
