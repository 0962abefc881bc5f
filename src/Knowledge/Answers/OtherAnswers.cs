namespace ServiceBot.Knowledge;

/// <summary>A retailer's settlement account. Money in yuan.</summary>
/// <param name="Account">The row.</param>
/// <param name="DeductionIsAhead">True when the deduction time is known and not past.</param>
/// <param name="AsOf">When the table was loaded.</param>
public sealed record SettlementPosition(SettlementAccount Account, bool DeductionIsAhead, DateTimeOffset AsOf)
{
    /// <summary>What is missing for the pending deduction, 0 when the balance covers it.</summary>
    public decimal Shortfall => Math.Max(0m, Account.Pending - Account.Balance);

    /// <summary>What there is to say of the pending deduction.</summary>
    public SettlementStanding Standing => this switch
    {
        { Account.Pending: 0 } => SettlementStanding.NothingPending,
        { Account.DeductionAt: null, Shortfall: > 0 } => SettlementStanding.ShortWithoutTime,
        { Account.DeductionAt: null } => SettlementStanding.EnoughWithoutTime,
        { DeductionIsAhead: false } => SettlementStanding.Past,
        { Shortfall: > 0 } => SettlementStanding.Short,
        _ => SettlementStanding.Enough,
    };
}

/// <summary>What there is to say of a pending deduction.</summary>
public enum SettlementStanding
{
    /// <summary>The balance covers it.</summary>
    Enough,

    /// <summary>The balance does not cover it.</summary>
    Short,

    /// <summary>Nothing is to be deducted.</summary>
    NothingPending,

    /// <summary>Its time is over and the outcome not known yet.</summary>
    Past,

    /// <summary>The balance covers it; its time is not set.</summary>
    EnoughWithoutTime,

    /// <summary>The balance does not cover it; its time is not set.</summary>
    ShortWithoutTime,
}

/// <summary>A new brand with its product.</summary>
public sealed record NewBrandOffer(NewBrand Brand, Product Product);

/// <summary>New brands that are out for a tier, newest first.</summary>
/// <param name="Offers">The new brands.</param>
/// <param name="AsOf">When the table was loaded; null when it never was.</param>
public sealed record NewBrandsAnswer(IReadOnlyList<NewBrandOffer> Offers, DateTimeOffset? AsOf);

/// <summary>An arrival with its product.</summary>
public sealed record ArrivedProduct(Arrival Arrival, Product Product);

/// <summary>Arrivals, soonest first.</summary>
public sealed record ArrivalsAnswer(IReadOnlyList<ArrivedProduct> Arrivals, DateTimeOffset? AsOf);

/// <summary>The people who look after a retailer (三员 and their supervisor); null where the table names nobody.</summary>
public sealed record Officers(StaffMember? Manager, StaffMember? Inspector, StaffMember? Driver, StaffMember? Supervisor);

/// <summary>A retailer's next order day and delivery.</summary>
/// <param name="OrderDay">The rule, such as 单周周四.</param>
/// <param name="Next">The next order date, today included.</param>
/// <param name="DeliveryDay">The delivery weekday when the table has one.</param>
/// <param name="NextDelivery">The delivery that belongs to <paramref name="Next"/>.</param>
/// <param name="AsOf">When the retailers' table was loaded.</param>
public sealed record OrderDayAnswer(
    OrderDay OrderDay, DateOnly Next, DayOfWeek? DeliveryDay, DateOnly? NextDelivery, DateTimeOffset AsOf);

/// <summary>A question-and-answer article and how well it fits, 0 to 1.</summary>
public sealed record ArticleHit(Article Article, string Question, double Score);
