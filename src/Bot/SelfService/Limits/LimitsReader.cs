using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Limits;

/// <summary>Reads a retailer's limits for a page.</summary>
internal sealed class LimitsReader(
    KnowledgeBase knowledge, LimitLines lines, SupplyNotes notes, PhraseBook phrases, TimeProvider time)
{
    /// <summary>Lines on a page of the list.</summary>
    public const int PageLines = 40;

    /// <summary>Lines on the home screen.</summary>
    public const int HomeLines = 8;

    /// <summary>One page of what the query finds, or why there is no figure.</summary>
    public async Task<LimitsView> ReadAsync(
        LicenseNumber license, LimitsQuery query, int pageLines, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        return await knowledge.PlanAsync(license, at, cancellationToken) switch
        {
            PlanAnswer.Planned plan => List(
                plan, query, await FindAsync(query.Text, cancellationToken), pageLines, notes.OldOrders(plan.OrdersAsOf, at)),
            PlanAnswer.NoPlan none => new LimitsView.Said(notes.NoPlan(none.LastCycle, none.NextCycle)),
            PlanAnswer.ShopClosed closed => new LimitsView.Said(
                phrases.Say(Sentences.ShopClosed, ("shop", closed.Retailer.ShopName))),
            _ => new LimitsView.Said(phrases.Say(Sentences.WebLicenseGone)),
        };
    }

    /// <summary>What the words may mean; null when there are none.</summary>
    private async ValueTask<List<Product>?> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length == 0)
        {
            return null;
        }

        var mentions = await knowledge.FindProductsAsync(text, cancellationToken);
        var products = await knowledge.ProductsAsync(cancellationToken);
        return
        [
            .. mentions.SelectMany(mention => mention.Candidates).Select(candidate => candidate.Product)
                .Concat(products.Where(product => product.Name.Contains(text, StringComparison.OrdinalIgnoreCase)))
                .DistinctBy(product => product.Code),
        ];
    }

    private LimitsView.Listed List(
        PlanAnswer.Planned plan, LimitsQuery query, List<Product>? found, int pageLines, string? warning)
    {
        var wanted = Wanted(plan, query, found);
        var pages = Math.Max(1, (wanted.Count + pageLines - 1) / pageLines);
        var page = Math.Clamp(query.Page, 1, pages);
        return new LimitsView.Listed(
            phrases.Say(Sentences.WebCycle, ("cycle", plan.Cycle.Span())),
            AsOf(plan),
            warning,
            plan.Products.Count(product => product.Standing == PlanStanding.Orderable),
            plan.Products.Count,
            wanted.Count,
            [.. wanted.Skip((page - 1) * pageLines).Take(pageLines)],
            query with { Page = page },
            pages,
            Classes(plan));
    }

    /// <summary>The plan's lines that were asked for; a product that was named and is not in the plan says so.</summary>
    private List<LimitLine> Wanted(PlanAnswer.Planned plan, LimitsQuery query, List<Product>? found)
    {
        var codes = found?.Select(product => product.Code).ToHashSet();
        var planned = plan.Products.Where(one => codes is null || codes.Contains(one.Product.Code)).ToList();
        var others = found?.ExceptBy(planned.Select(one => one.Product.Code), product => product.Code) ?? [];
        return
        [
            .. planned.Select(one => lines.Of(one, plan.Cycle)).Concat(others.Select(lines.NotPlanned))
                .Where(line => query.PriceClass.Length == 0 || line.Product.PriceClass == query.PriceClass),
        ];
    }

    private string AsOf(PlanAnswer.Planned plan) => plan.OrdersAsOf is { } orders
        ? phrases.Say(Sentences.WebLimitsAsOf, ("plan", plan.AsOf.Minute()), ("orders", orders.Minute()))
        : phrases.Say(Sentences.WebLimitsAsOfNoOrders, ("plan", plan.AsOf.Minute()));

    /// <summary>The dearest class first, as the trade counts them.</summary>
    private static List<string> Classes(PlanAnswer.Planned plan) =>
    [
        .. plan.Products.Where(one => one.Product.PriceClass.Length > 0)
            .GroupBy(one => one.Product.PriceClass)
            .OrderByDescending(group => group.Max(one => one.Product.WholesalePrice))
            .Select(group => group.Key),
    ];
}
