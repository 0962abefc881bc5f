using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Limits;

/// <summary>The limits as a page shows them. A closed set.</summary>
internal abstract record LimitsView
{
    private LimitsView()
    {
    }

    /// <summary>A plan is in force.</summary>
    /// <param name="Cycle">The cycle in words.</param>
    /// <param name="AsOf">As of when the figures are, in words.</param>
    /// <param name="Warning">That the orders are old; null when they are not.</param>
    /// <param name="Orderable">How many products of the whole plan have something left.</param>
    /// <param name="Total">How many products the whole plan has.</param>
    /// <param name="Found">How many the query found.</param>
    /// <param name="Lines">This page's.</param>
    /// <param name="Query">What was looked for; its page is one that there is.</param>
    /// <param name="Pages">How many pages, at least 1.</param>
    /// <param name="PriceClasses">Those of the plan, in the product table's order.</param>
    public sealed record Listed(
        string Cycle,
        string AsOf,
        string? Warning,
        int Orderable,
        int Total,
        int Found,
        IReadOnlyList<LimitLine> Lines,
        LimitsQuery Query,
        int Pages,
        IReadOnlyList<string> PriceClasses) : LimitsView;

    /// <summary>There is no figure to give, and why.</summary>
    public sealed record Said(string Words) : LimitsView;
}

/// <summary>One product's limit.</summary>
/// <param name="Product">The product.</param>
/// <param name="Standing">Whether something is left; null when the plan does not have it for this retailer.</param>
/// <param name="Label">What the figure is, or what there is to say in its place.</param>
/// <param name="Cartons">The figure; null when there is none to give.</param>
/// <param name="Detail">Limit and ordered; null when there is nothing to add.</param>
/// <param name="Notes">Band, condition, new, another cycle.</param>
internal sealed record LimitLine(
    Product Product, PlanStanding? Standing, string Label, int? Cartons, string? Detail, IReadOnlyList<string> Notes);
