using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Supply;

/// <summary>Answers what a retailer may order, from tables of one version.</summary>
internal sealed class SupplyQuestions(TradeBook book, RetailerFile file, TradeVersion version)
{
    /// <summary>Most products offered in place of a stopped one.</summary>
    private const int MostAlternatives = 5;

    /// <summary>One product.</summary>
    public SupplyAnswer One(string productCode, DateTimeOffset at)
    {
        if (file.Retailer is not { } retailer || book.Product(productCode) is not { } product)
        {
            return new SupplyAnswer.Unknown();
        }

        if (retailer.Status == RetailerStatus.Closed)
        {
            return new SupplyAnswer.ShopClosed(retailer);
        }

        return book.Plan.CycleAt(at) is { } cycle
            ? InCycle(SupplyOf(retailer, at), product, retailer, cycle)
            : new SupplyAnswer.NoPlan(product, book.Plan.LastBefore(at), book.Plan.NextAfter(at));
    }

    /// <summary>Everything with something left.</summary>
    public OrderableAnswer All(DateTimeOffset at)
    {
        if (file.Retailer is not { } retailer)
        {
            return new OrderableAnswer.Unknown();
        }

        if (retailer.Status == RetailerStatus.Closed)
        {
            return new OrderableAnswer.ShopClosed(retailer);
        }

        return book.Plan.CycleAt(at) is { } cycle
            ? new OrderableAnswer.Planned(retailer, cycle, [.. Orderable(SupplyOf(retailer, at), _ => true)], PlanAsOf)
            : new OrderableAnswer.NoPlan(book.Plan.LastBefore(at), book.Plan.NextAfter(at));
    }

    /// <summary>The whole plan.</summary>
    public PlanAnswer Plan(DateTimeOffset at)
    {
        if (file.Retailer is not { } retailer)
        {
            return new PlanAnswer.Unknown();
        }

        if (retailer.Status == RetailerStatus.Closed)
        {
            return new PlanAnswer.ShopClosed(retailer);
        }

        return book.Plan.CycleAt(at) is { } cycle
            ? new PlanAnswer.Planned(
                retailer, cycle, [.. InPlan(SupplyOf(retailer, at))], PlanAsOf, version.AsOf(TradeTable.Orders))
            : new PlanAnswer.NoPlan(book.Plan.LastBefore(at), book.Plan.NextAfter(at));
    }

    private DateTimeOffset PlanAsOf => version.LoadedAt[TradeTable.SupplyLimits];

    private RetailerSupply SupplyOf(Retailer retailer, DateTimeOffset at) =>
        new(book.Plan, retailer, file, at, version);

    private SupplyAnswer InCycle(RetailerSupply supply, Product product, Retailer retailer, OrderCycle cycle)
    {
        if (supply.PositionOf(product.Code) is { } position)
        {
            return new SupplyAnswer.Planned(product, position, retailer);
        }

        var row = supply.RowOf(product.Code);
        var alternatives = Orderable(supply, other => other.PriceClass == product.PriceClass)
            .Take(MostAlternatives)
            .ToList();
        return new SupplyAnswer.Stopped(product, row?.Cycle ?? cycle, row is not null, alternatives, PlanAsOf);
    }

    private IEnumerable<PlannedProduct> InPlan(RetailerSupply supply) =>
        from code in supply.Products
        let product = book.Product(code)
        where product is not null
        let position = supply.PositionOf(code)
        where position is not null || supply.RowOf(code) is not null
        let planned = new PlannedProduct(product, position)
        orderby planned.Standing, position?.MayOrder descending, product.Name
        select planned;

    private IEnumerable<OrderableProduct> Orderable(RetailerSupply supply, Func<Product, bool> wanted) =>
        from code in supply.Products
        let product = book.Product(code)
        where product is not null && wanted(product)
        let position = supply.PositionOf(code)
        where position is { MayOrder: > 0 }
        orderby position.MayOrder descending, product.Name
        select new OrderableProduct(product, position);
}
