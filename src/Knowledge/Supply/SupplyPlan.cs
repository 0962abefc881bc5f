namespace ServiceBot.Knowledge.Supply;

/// <summary>The supply plan (货源投放 and 价位段限量), ready to be asked what is in force at an instant.</summary>
internal sealed class SupplyPlan
{
    private readonly IReadOnlyList<OrderCycle> _cycles;
    private readonly List<SupplyLimit> _limits;
    private readonly Dictionary<string, List<SupplyLimit>> _limitsByProduct;
    private readonly Dictionary<(OrderCycle, string), BandLimit> _bands;

    /// <param name="cycles">Every cycle, old ones too.</param>
    /// <param name="limits">
    /// The rows of the cycles that are not long over, those loaded last at the end: where cycles overlap, the plan that was
    /// loaded last is the one in force.
    /// </param>
    /// <param name="bands">The bands' totals of the same cycles.</param>
    public SupplyPlan(
        IReadOnlyList<OrderCycle> cycles, IEnumerable<SupplyLimit> limits, IEnumerable<BandLimit> bands)
    {
        _cycles = cycles;
        _limits = [.. limits];
        _limitsByProduct = _limits.GroupBy(limit => limit.ProductCode)
            .ToDictionary(product => product.Key, product => product.ToList());
        _bands = bands.DistinctBy(KeyOf).ToDictionary(KeyOf);
        OrderDates = _limitsByProduct.Values.SelectMany(rows => rows)
            .Select(limit => limit.Cycle)
            .Distinct()
            .SelectMany(Store.CycleInstants.Dates)
            .ToHashSet();
    }

    /// <summary>The dates whose orders count for a cycle of the plan that is not long over.</summary>
    public IReadOnlySet<DateOnly> OrderDates { get; }

    /// <summary>The products that the plan has in any cycle that is not long over.</summary>
    public IReadOnlyCollection<string> Products => _limitsByProduct.Keys;

    /// <summary>The cycle in force: of several the one loaded last; null when there is none.</summary>
    public OrderCycle? CycleAt(DateTimeOffset at) => InForce(_limits, at);

    /// <summary>The cycle that ended last; null when none has.</summary>
    public OrderCycle? LastBefore(DateTimeOffset at) =>
        _cycles.Where(cycle => cycle.EndsAt <= at).MaxBy(cycle => cycle.EndsAt);

    /// <summary>The cycle that begins next; null when none is loaded.</summary>
    public OrderCycle? NextAfter(DateTimeOffset at) =>
        _cycles.Where(cycle => cycle.StartsAt > at).MinBy(cycle => cycle.StartsAt);

    /// <summary>One product's rows of its cycle in force; empty when it has none.</summary>
    public IReadOnlyList<SupplyLimit> LimitsAt(string productCode, DateTimeOffset at)
    {
        if (!_limitsByProduct.TryGetValue(productCode, out var rows))
        {
            return [];
        }

        var cycle = InForce(rows, at);
        return rows.FindAll(row => row.Cycle == cycle);
    }

    /// <summary>A band's total in a cycle; null when the tables do not have it.</summary>
    public BandLimit? Band(OrderCycle cycle, string band) => _bands.GetValueOrDefault((cycle, band));

    private static (OrderCycle, string) KeyOf(BandLimit limit) => (limit.Cycle, limit.Band);

    private static OrderCycle? InForce(List<SupplyLimit> rows, DateTimeOffset at) =>
        rows.FindLast(row => row.Cycle.Contains(at))?.Cycle;
}
