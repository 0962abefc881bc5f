using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>
/// Finds rows of one product and cycle that could both hold for one retailer with none the more exact: the same kinds of
/// filter (市场类型, 业态, 区县), and in each of them something in common.
/// </summary>
internal sealed class SupplyOverlaps
{
    private readonly Dictionary<(OrderCycle Cycle, string Product), List<Filter>> _filters = [];

    /// <summary>A fault when an earlier row overlaps this one.</summary>
    public void Check(TableRow row, SupplyLimit limit, Column product)
    {
        var filter = new Filter(
            row.Number, limit.Market, ListCell.Split(limit.Formats), ListCell.Split(limit.Districts));
        var key = (limit.Cycle, limit.ProductCode);
        if (!_filters.TryGetValue(key, out var earlier))
        {
            _filters[key] = earlier = [];
        }

        if (earlier.Find(filter.Overlaps) is { } other)
        {
            row.Fault(product, row.Shown(product), $"在同一周期与第{other.Row}行重复：两行会适用于同一户");
        }

        earlier.Add(filter);
    }

    private sealed record Filter(int Row, MarketType? Market, string[] Formats, string[] Districts)
    {
        public bool Overlaps(Filter other) =>
            Market == other.Market && Meet(Formats, other.Formats) && Meet(Districts, other.Districts);

        private static bool Meet(string[] one, string[] other) =>
            one.Length == 0 ? other.Length == 0 : one.Intersect(other).Any();
    }
}
