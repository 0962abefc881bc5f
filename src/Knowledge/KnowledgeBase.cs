using Microsoft.Extensions.Options;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Supply;

namespace ServiceBot.Knowledge;

/// <summary>
/// The one way to ask about the trade: typed questions, typed answers. Every answer is of one version of the tables;
/// figures come from a table or are not given. Reads go memory → Redis → store of record.
/// </summary>
public sealed class KnowledgeBase
{
    private readonly TradeReads _reads;
    private readonly TradeOptions _options;

    internal KnowledgeBase(TradeReads reads, IOptions<TradeOptions> options)
    {
        _reads = reads;
        _options = options.Value;
    }

    /// <summary>The retailer of this licence, or null.</summary>
    public async ValueTask<Retailer?> RetailerAsync(LicenseNumber license, CancellationToken cancellationToken) =>
        (await OfAsync(license, cancellationToken)).File.Retailer;

    /// <summary>Every open retailer registered with this phone (11 digits): one phone may hold two licences.</summary>
    public async ValueTask<IReadOnlyList<Retailer>> RetailersByPhoneAsync(
        string phone, CancellationToken cancellationToken)
    {
        if (phone.Length == 0)
        {
            return [];
        }

        var (version, book) = await SharedAsync(cancellationToken);
        var retailers = new List<Retailer>();
        foreach (var license in await _reads.LicensesOfPhoneAsync(version, phone, cancellationToken))
        {
            var file = await _reads.FileAsync(version, book, license, cancellationToken);
            retailers.Add(file.Retailer!);
        }

        return retailers;
    }

    /// <summary>Every product, in the table's order.</summary>
    public async ValueTask<IReadOnlyList<Product>> ProductsAsync(CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.Data.Products;

    /// <summary>The product of this code, or null.</summary>
    public async ValueTask<Product?> ProductAsync(string code, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.Product(code);

    /// <summary>Limit, ordered, remaining and cycle of one product for one retailer at an instant.</summary>
    public async ValueTask<SupplyAnswer> SupplyAsync(
        LicenseNumber license, string productCode, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (version, book, file) = await OfAsync(license, cancellationToken);
        return new SupplyQuestions(book, file, version).One(productCode, at);
    }

    /// <summary>Everything with something left for the retailer at an instant.</summary>
    public async ValueTask<OrderableAnswer> OrderableAsync(
        LicenseNumber license, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (version, book, file) = await OfAsync(license, cancellationToken);
        return new SupplyQuestions(book, file, version).All(at);
    }

    /// <summary>
    /// The products that the retailer ordered most of, in cartons, over the orders in the store from a date on; most first,
    /// at most <paramref name="most"/>. Empty when there are no orders.
    /// </summary>
    public async ValueTask<IReadOnlyList<Product>> MostOrderedAsync(
        LicenseNumber license, int most, DateOnly since, CancellationToken cancellationToken)
    {
        var (version, book) = await SharedAsync(cancellationToken);
        var codes = await _reads.MostOrderedAsync(version, license, since, cancellationToken);
        return [.. codes.Select(book.Product).OfType<Product>().Take(most)];
    }

    /// <summary>The settlement account and what is short, or null when the table has no row.</summary>
    public async ValueTask<SettlementPosition?> SettlementAsync(
        LicenseNumber license, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (version, _, file) = await OfAsync(license, cancellationToken);
        return file.Account is { } account
            ? new SettlementPosition(
                account, account.DeductionAt > at, version.LoadedAt[TradeTable.SettlementAccounts])
            : null;
    }

    /// <summary>New brands that are out at a date for a tier.</summary>
    public async ValueTask<NewBrandsAnswer> NewBrandsAsync(Tier tier, DateOnly at, CancellationToken cancellationToken)
    {
        var (version, book) = await SharedAsync(cancellationToken);
        return new NewBrandsAnswer(book.NewBrandsFor(tier, at), version.AsOf(TradeTable.NewBrands));
    }

    /// <summary>Arrivals from a date on, of one product or of all.</summary>
    public async ValueTask<ArrivalsAnswer> ArrivalsAsync(
        string? productCode, DateOnly from, CancellationToken cancellationToken)
    {
        var (version, book) = await SharedAsync(cancellationToken);
        return new ArrivalsAnswer(book.ArrivalsOf(productCode, from), version.AsOf(TradeTable.Arrivals));
    }

    /// <summary>The three officers (三员) of a retailer and the supervisor.</summary>
    public async ValueTask<Officers> OfficersAsync(LicenseNumber license, CancellationToken cancellationToken)
    {
        var (_, book, file) = await OfAsync(license, cancellationToken);
        return book.OfficersOf(file.Retailer);
    }

    /// <summary>A retailer's next order day, or null when the licence is unknown.</summary>
    public async ValueTask<OrderDayAnswer?> OrderDayAsync(
        LicenseNumber license, DateOnly from, CancellationToken cancellationToken)
    {
        var (version, _, file) = await OfAsync(license, cancellationToken);
        return file.Retailer is { } retailer
            ? OrderDayQuestion.Answer(
                retailer, from, _options.OddWeekAnchor, version.LoadedAt[TradeTable.Retailers])
            : null;
    }

    /// <summary>The hotlines, in the table's order.</summary>
    public async ValueTask<IReadOnlyList<Hotline>> HotlinesAsync(CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.Data.Hotlines;

    /// <summary>The notices in force at a date, newest first.</summary>
    public async ValueTask<IReadOnlyList<PolicyNotice>> NoticesInForceAsync(
        DateOnly at, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.NoticesAt(at);

    /// <summary>Articles that fit the words, best first, at most five.</summary>
    public async ValueTask<IReadOnlyList<ArticleHit>> SearchArticlesAsync(
        string text, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.ArticleIndex.Find(text);

    /// <summary>
    /// Products named in a text, in order of appearance. The text is folded inside (width, case, traditional forms), and
    /// positions refer to the text as given.
    /// </summary>
    public async ValueTask<IReadOnlyList<ProductMention>> FindProductsAsync(
        string text, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.ProductIndex.Find(text);

    /// <summary>
    /// Products of the given product's brand in the form that the words name (硬, 细支 …), for follow-ups such as
    /// 那硬的呢; empty when the words name no form.
    /// </summary>
    public async ValueTask<IReadOnlyList<ProductCandidate>> FindByFormAsync(
        string productCode, string text, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Book.ProductIndex.FindByForm(productCode, text);

    /// <summary>When a table was last loaded, or null when it never was: the 截至 of its figures.</summary>
    public async ValueTask<DateTimeOffset?> AsOfAsync(TradeTable table, CancellationToken cancellationToken) =>
        (await SharedAsync(cancellationToken)).Version.AsOf(table);

    private async ValueTask<(TradeVersion Version, TradeBook Book)> SharedAsync(CancellationToken cancellationToken)
    {
        var version = await _reads.VersionAsync(cancellationToken);
        return (version, await _reads.BookAsync(version, cancellationToken));
    }

    private async ValueTask<(TradeVersion Version, TradeBook Book, RetailerFile File)> OfAsync(
        LicenseNumber license, CancellationToken cancellationToken)
    {
        var (version, book) = await SharedAsync(cancellationToken);
        return (version, book, await _reads.FileAsync(version, book, license, cancellationToken));
    }
}
