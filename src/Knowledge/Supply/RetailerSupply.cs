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
    private readonly Lazy<ILookup<(OrderCycle, string), Order>> _ordersOfBand;

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
        _ordersOfBand = new(() => OrdersOfBands(file.Orders));
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
        var planned = RowOf(productCode);
        var row = planned is { Status: not SupplyStatus.Stopped } ? planned : null;
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
            Ordered(cycle, _orders[productCode]),
            row is null ? null : BandOf(row),
            planned?.Condition ?? "",
            _version.LoadedAt[row is null ? TradeTable.Additions : TradeTable.SupplyLimits],
            _version.AsOf(TradeTable.Orders));
    }

    private BandPosition? BandOf(SupplyLimit row)
    {
        if (row.Method != SupplyMethod.ByPriceBand || _plan.Band(row.Cycle, row.Band) is not { } band)
        {
            return null;
        }

        var ordered = Ordered(row.Cycle, _ordersOfBand.Value[(row.Cycle, row.Band)]);
        return new BandPosition(row.Band, band.Cells[_retailer.Tier], ordered);
    }

    /// <summary>Cartons ordered in a cycle; null when no orders were ever loaded.</summary>
    private int? Ordered(OrderCycle cycle, IEnumerable<Order> orders) =>
        _version.AsOf(TradeTable.Orders) is null
            ? null
            : orders.Where(order => cycle.Contains(order.Date)).Sum(order => order.Cartons);

    /// <summary>From what the retailer ordered, which is little, not from all that the plan has in a band.</summary>
    private ILookup<(OrderCycle, string), Order> OrdersOfBands(IEnumerable<Order> orders) => orders
        .Select(order => (Order: order, Row: RowOf(order.ProductCode)))
        .Where(ordered => ordered.Row?.Method == SupplyMethod.ByPriceBand)
        .ToLookup(ordered => (ordered.Row!.Cycle, ordered.Row.Band), ordered => ordered.Order);
}
