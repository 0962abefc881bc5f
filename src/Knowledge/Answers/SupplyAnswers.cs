namespace ServiceBot.Knowledge;

/// <summary>What a retailer may order of one product. A closed set.</summary>
public abstract record SupplyAnswer
{
    private SupplyAnswer()
    {
    }

    /// <summary>The plan in force has this product for this retailer; the limit may still be 0.</summary>
    /// <param name="Product">The product.</param>
    /// <param name="Position">The figures.</param>
    /// <param name="Retailer">Whose figures these are.</param>
    public sealed record Planned(Product Product, SupplyPosition Position, Retailer Retailer) : SupplyAnswer;

    /// <summary>The plan says 不投, or does not have the product, or not for this kind of retailer.</summary>
    /// <param name="Product">The product.</param>
    /// <param name="Cycle">The cycle in force.</param>
    /// <param name="StoppedByPlan">True when a row says 不投; false when no row covers this retailer.</param>
    /// <param name="Alternatives">Products of the same price class with something left for this retailer, most left first.</param>
    /// <param name="AsOf">When the plan was loaded.</param>
    public sealed record Stopped(
        Product Product,
        OrderCycle Cycle,
        bool StoppedByPlan,
        IReadOnlyList<OrderableProduct> Alternatives,
        DateTimeOffset AsOf) : SupplyAnswer;

    /// <summary>No plan is in force: no figure may be given.</summary>
    /// <param name="Product">The product.</param>
    /// <param name="LastCycle">The last plan's cycle, now over; null when there never was one.</param>
    /// <param name="NextCycle">The next plan's cycle when it is already loaded.</param>
    public sealed record NoPlan(Product Product, OrderCycle? LastCycle, OrderCycle? NextCycle) : SupplyAnswer;

    /// <summary>The shop is closed (停业) and may not order.</summary>
    public sealed record ShopClosed(Retailer Retailer) : SupplyAnswer;

    /// <summary>The licence or the product is not in the tables.</summary>
    public sealed record Unknown : SupplyAnswer;
}

/// <summary>The limit of one product for one retailer in one cycle, with the reason for it. All figures in cartons (条).</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Method">How the product is given out.</param>
/// <param name="Status">投放 or 新品.</param>
/// <param name="TierCell">The tier's cell.</param>
/// <param name="Additions">Every addition (增投) that is this retailer's.</param>
/// <param name="Ordered">Already ordered in the cycle; null when no orders were ever loaded, so that nothing is claimed.</param>
/// <param name="Band">The price band's position when the product is held by one.</param>
/// <param name="Condition">The plan's text for those who ask; empty when there is none.</param>
/// <param name="PlanAsOf">When the plan was loaded.</param>
/// <param name="OrdersAsOf">When the orders were loaded; null when they never were.</param>
public sealed record SupplyPosition(
    OrderCycle Cycle,
    SupplyMethod Method,
    SupplyStatus Status,
    int TierCell,
    IReadOnlyList<Addition> Additions,
    int? Ordered,
    BandPosition? Band,
    string Condition,
    DateTimeOffset PlanAsOf,
    DateTimeOffset? OrdersAsOf)
{
    /// <summary>The tier's cell plus every addition.</summary>
    public int Limit => TierCell + Additions.Sum(addition => addition.Cartons);

    /// <summary>Left by the product's own limit, 0 or more; null when the orders are not known.</summary>
    public int? OwnRemaining => Ordered is { } ordered ? Math.Max(0, Limit - ordered) : null;

    /// <summary>Left: the smaller of the product's own and its band's.</summary>
    public int? Remaining => OwnRemaining is { } own ? Math.Min(own, Band?.Remaining ?? int.MaxValue) : null;

    /// <summary>What is left, or the limits themselves while no orders are loaded: 0 or more.</summary>
    public int MayOrder => Remaining ?? Math.Min(Limit, Band?.Limit ?? int.MaxValue);

    /// <summary>True when the band leaves less than the product's own limit does.</summary>
    public bool BandBinds => Band?.Remaining is { } band && OwnRemaining is { } own && band < own;
}

/// <summary>A price band's total for one retailer, in cartons.</summary>
/// <param name="Band">The band's name, such as 5段.</param>
/// <param name="Limit">Most cartons of all its products together.</param>
/// <param name="Ordered">Ordered of all its products in the cycle; null when no orders were ever loaded.</param>
public sealed record BandPosition(string Band, int Limit, int? Ordered)
{
    /// <summary>What the band leaves, 0 or more.</summary>
    public int? Remaining => Ordered is { } ordered ? Math.Max(0, Limit - ordered) : null;
}

/// <summary>A product with its figures for one retailer.</summary>
public sealed record OrderableProduct(Product Product, SupplyPosition Position);

/// <summary>What is orderable now for a retailer.</summary>
public abstract record OrderableAnswer
{
    private OrderableAnswer()
    {
    }

    /// <summary>Every product with something left, most left first.</summary>
    public sealed record Planned(
        Retailer Retailer, OrderCycle Cycle, IReadOnlyList<OrderableProduct> Products, DateTimeOffset AsOf) : OrderableAnswer;

    /// <summary>No plan is in force.</summary>
    public sealed record NoPlan(OrderCycle? LastCycle, OrderCycle? NextCycle) : OrderableAnswer;

    /// <summary>The shop is closed (停业).</summary>
    public sealed record ShopClosed(Retailer Retailer) : OrderableAnswer;

    /// <summary>The licence is not in the tables.</summary>
    public sealed record Unknown : OrderableAnswer;
}
