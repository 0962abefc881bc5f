namespace ServiceBot.Knowledge;

/// <summary>Whether a retailer can still order a product of the plan, best first.</summary>
public enum PlanStanding
{
    /// <summary>Something is left.</summary>
    Orderable,

    /// <summary>There was a limit, and it is ordered up, or its price band is.</summary>
    UsedUp,

    /// <summary>The limit is 0, which is common; some products go by condition only.</summary>
    NoLimit,

    /// <summary>The plan says 不投.</summary>
    Stopped,
}

/// <summary>A product of the plan in force for one retailer.</summary>
/// <param name="Product">The product.</param>
/// <param name="Position">The figures; null when the plan says 不投.</param>
public sealed record PlannedProduct(Product Product, SupplyPosition? Position)
{
    /// <summary>Whether something is left.</summary>
    public PlanStanding Standing => Position switch
    {
        null => PlanStanding.Stopped,
        { MayOrder: > 0 } => PlanStanding.Orderable,
        { Limit: > 0 } => PlanStanding.UsedUp,
        _ => PlanStanding.NoLimit,
    };
}

/// <summary>The whole plan in force for one retailer. A closed set.</summary>
public abstract record PlanAnswer
{
    private PlanAnswer()
    {
    }

    /// <summary>A plan is in force.</summary>
    /// <param name="Retailer">Whose figures these are.</param>
    /// <param name="Cycle">The cycle in force.</param>
    /// <param name="Products">Every product that the plan has for this retailer: what is still orderable first, most left first.</param>
    /// <param name="AsOf">When the plan was loaded.</param>
    /// <param name="OrdersAsOf">When the orders were loaded; null when they never were.</param>
    public sealed record Planned(
        Retailer Retailer,
        OrderCycle Cycle,
        IReadOnlyList<PlannedProduct> Products,
        DateTimeOffset AsOf,
        DateTimeOffset? OrdersAsOf) : PlanAnswer;

    /// <summary>No plan is in force: no figure may be given.</summary>
    /// <param name="LastCycle">The last plan's cycle, now over; null when there never was one.</param>
    /// <param name="NextCycle">The next plan's cycle when it is already loaded.</param>
    public sealed record NoPlan(OrderCycle? LastCycle, OrderCycle? NextCycle) : PlanAnswer;

    /// <summary>The shop is closed (停业).</summary>
    public sealed record ShopClosed(Retailer Retailer) : PlanAnswer;

    /// <summary>The licence is not in the tables.</summary>
    public sealed record Unknown : PlanAnswer;
}
