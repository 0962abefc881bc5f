namespace ServiceBot.Knowledge.Search;

/// <summary>Finds products by their official names.</summary>
internal sealed class ProductIndex(IReadOnlyList<Product> products)
{
    public IReadOnlyList<ProductMention> Find(string text) =>
    [
        .. from product in products
           let start = text.IndexOf(product.Name, StringComparison.Ordinal)
           where start >= 0
           orderby start
           select new ProductMention(
               product.Name, start, [new ProductCandidate(product, MatchKind.Name, 1)], BrandOnly: false),
    ];
}
