namespace ServiceBot.Knowledge;

/// <summary>
/// The one way to ask about the trade: typed questions, typed answers. Every answer is of one version of the tables;
/// figures come from a table or are not given. Reads go memory → Redis → store of record.
/// </summary>
public sealed class KnowledgeBase
{
    /// <summary>The retailer of this licence, or null.</summary>
    public ValueTask<Retailer?> RetailerAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Every open retailer registered with this phone (11 digits): one phone may hold two licences.</summary>
    public ValueTask<IReadOnlyList<Retailer>> RetailersByPhoneAsync(string phone, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The product of this code, or null.</summary>
    public ValueTask<Product?> ProductAsync(string code, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Limit, ordered, remaining and cycle of one product for one retailer at an instant.</summary>
    public ValueTask<SupplyAnswer> SupplyAsync(
        LicenseNumber license, string productCode, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Everything with something left for the retailer at an instant.</summary>
    public ValueTask<OrderableAnswer> OrderableAsync(
        LicenseNumber license, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The settlement account and what is short, or null when the table has no row.</summary>
    public ValueTask<SettlementPosition?> SettlementAsync(
        LicenseNumber license, DateTimeOffset at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>New brands that are out at a date for a tier.</summary>
    public ValueTask<NewBrandsAnswer> NewBrandsAsync(Tier tier, DateOnly at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Arrivals from a date on, of one product or of all.</summary>
    public ValueTask<ArrivalsAnswer> ArrivalsAsync(
        string? productCode, DateOnly from, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The three officers (三员) of a retailer and the supervisor.</summary>
    public ValueTask<Officers> OfficersAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>A retailer's next order day, or null when the licence is unknown.</summary>
    public ValueTask<OrderDayAnswer?> OrderDayAsync(
        LicenseNumber license, DateOnly from, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The hotlines, in the table's order.</summary>
    public ValueTask<IReadOnlyList<Hotline>> HotlinesAsync(CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>The notices in force at a date, newest first.</summary>
    public ValueTask<IReadOnlyList<PolicyNotice>> NoticesInForceAsync(DateOnly at, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>Articles that fit the words, best first, at most five.</summary>
    public ValueTask<IReadOnlyList<ArticleHit>> SearchArticlesAsync(string text, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Products named in a text, in order of appearance. The text is folded inside (width, case, traditional forms), and
    /// positions refer to the text as given.
    /// </summary>
    public ValueTask<IReadOnlyList<ProductMention>> FindProductsAsync(string text, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>
    /// Products of the given product's brand in the form that the words name (硬, 细支 …), for follow-ups such as
    /// 那硬的呢; empty when the words name no form.
    /// </summary>
    public ValueTask<IReadOnlyList<ProductCandidate>> FindByFormAsync(
        string productCode, string text, CancellationToken cancellationToken) =>
        throw new NotImplementedException();

    /// <summary>When a table was last loaded, or null when it never was: the 截至 of its figures.</summary>
    public ValueTask<DateTimeOffset?> AsOfAsync(Import.TradeTable table, CancellationToken cancellationToken) =>
        throw new NotImplementedException();
}
