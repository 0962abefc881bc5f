using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Supply;

/// <summary>What the plan in force gives one retailer at an instant.</summary>
internal sealed class RetailerSupply
{
    private readonly SupplyPlan _plan;
    private readonly Retailer _retailer;
    private readonly DateTimeOffset _at;
    private readonly TradeVersion _version;
    private readonly ILookup<string, Addition> _additions;
    private readonly ILookup<string, Order> _orders;
    private readonly Lazy<ILookup<(OrderCycle, string), string>> _productsOfBand;

    public RetailerSupply(
        SupplyPlan plan, Retailer retailer, RetailerFile file, DateTimeOffset at, TradeVersion version)
    {
        _plan = plan;
        _retailer = retailer;
        _at = at;
        _version = version;
        _additions = file.Additions.Where(addition => addition.Cycle.Contains(at))
            .ToLookup(addition => addition.ProductCode);
        _orders = file.Orders.ToLookup(order => order.ProductCode);
        _productsOfBand = new(BandMembers);
    }

    /// <summary>The products that may have something for the retailer.</summary>
    public IEnumerable<string> Products => _plan.Products.Union(_additions.Select(product => product.Key));

    /// <summary>The row that is the retailer's; null when no row covers the retailer.</summary>
    public SupplyLimit? RowOf(string productCode) =>
        RowChoice.For(_retailer, _plan.LimitsAt(productCode, _at));

    /// <summary>
    /// The figures; null when the plan has nothing for the retailer. An addition is of a person or an ordering system
    /// that knew the plan, so it holds even where the plan says 不投.
    /// </summary>
    public SupplyPosition? PositionOf(string productCode)
    {
        var row = RowOf(productCode) is { Status: not SupplyStatus.Stopped } offered ? offered : null;
        var additions = _additions[productCode].ToList();
        if (row is null && additions.Count == 0)
        {
            return null;
        }

        var cycle = row?.Cycle ?? additions.MaxBy(addition => addition.Cycle.StartsAt)!.Cycle;
        return new SupplyPosition(
            cycle,
            row?.Method ?? SupplyMethod.ByCondition,
            row?.Status ?? SupplyStatus.Offered,
            row?.Cells[_retailer.Tier] ?? 0,
            additions,
            Ordered(cycle, [productCode]),
            row is null ? null : BandOf(row),
            RowOf(productCode)?.Condition ?? "",
            _version.LoadedAt[row is null ? TradeTable.Additions : TradeTable.SupplyLimits],
            _version.AsOf(TradeTable.Orders));
    }

    private BandPosition? BandOf(SupplyLimit row)
    {
        if (row.Method != SupplyMethod.ByPriceBand || _plan.Band(row.Cycle, row.Band) is not { } band)
        {
            return null;
        }

        var ordered = Ordered(row.Cycle, _productsOfBand.Value[(row.Cycle, row.Band)]);
        return new BandPosition(row.Band, band.Cells[_retailer.Tier], ordered);
    }

    /// <summary>Cartons ordered in a cycle; null when no orders were ever loaded.</summary>
    private int? Ordered(OrderCycle cycle, IEnumerable<string> products) =>
        _version.AsOf(TradeTable.Orders) is null
            ? null
            : products.SelectMany(product => _orders[product])
                .Where(order => cycle.Contains(order.Date))
                .Sum(order => order.Cartons);

    private ILookup<(OrderCycle, string), string> BandMembers() => _plan.Products
        .Select(RowOf)
        .OfType<SupplyLimit>()
        .Where(row => row.Method == SupplyMethod.ByPriceBand)
        .ToLookup(row => (row.Cycle, row.Band), row => row.ProductCode);
}
