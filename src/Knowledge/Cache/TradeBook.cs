using ServiceBot.Knowledge.Search;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Supply;

namespace ServiceBot.Knowledge.Cache;

/// <summary>The tables that every retailer shares, of one version, in memory with their indexes. Never changes.</summary>
internal sealed class TradeBook
{
    private const char RouteSeparator = '、';

    private readonly Dictionary<string, Product> _products;
    private readonly Dictionary<string, StaffMember> _staff;
    private readonly ILookup<(StaffRole, string), StaffMember> _staffByRoute;

    public TradeBook(TradeBookData data)
    {
        Data = data;
        _products = data.Products.DistinctBy(product => product.Code).ToDictionary(product => product.Code);
        _staff = data.Staff.DistinctBy(member => member.Number).ToDictionary(member => member.Number);
        _staffByRoute = data.Staff
            .SelectMany(member => RoutesOf(member).Select(route => (member.Role, Route: route, Member: member)))
            .ToLookup(entry => (entry.Role, entry.Route), entry => entry.Member);
        Plan = new SupplyPlan(data.Cycles, data.SupplyLimits, data.BandLimits);
        ProductIndex = new ProductIndex(data.Products);
        ArticleIndex = new ArticleIndex(data.Articles);
    }

    /// <summary>The rows.</summary>
    public TradeBookData Data { get; }

    /// <summary>The supply plan.</summary>
    public SupplyPlan Plan { get; }

    /// <summary>Finds products in a text.</summary>
    public ProductIndex ProductIndex { get; }

    /// <summary>Finds articles for a text.</summary>
    public ArticleIndex ArticleIndex { get; }

    /// <summary>The product of this code, or null.</summary>
    public Product? Product(string code) => _products.GetValueOrDefault(code);

    /// <summary>Who looks after the retailer; nobody for null.</summary>
    public Officers OfficersOf(Retailer? retailer) => retailer is null
        ? new Officers(null, null, null, null)
        : new Officers(
            _staff.GetValueOrDefault(retailer.ManagerNumber),
            OfRoute(StaffRole.Inspector, retailer),
            OfRoute(StaffRole.Driver, retailer),
            OfRoute(StaffRole.Supervisor, retailer));

    /// <summary>New brands that are out at the date for the tier, newest first.</summary>
    public IReadOnlyList<NewBrandOffer> NewBrandsFor(Tier tier, DateOnly at) =>
    [
        .. from brand in Data.NewBrands
           where brand.LaunchDate <= at
           where brand.EndDate is null || brand.EndDate >= at
           where brand.MinTier.Value <= tier.Value && tier.Value <= brand.MaxTier.Value
           let product = Product(brand.ProductCode)
           where product is not null
           orderby brand.LaunchDate descending
           select new NewBrandOffer(brand, product),
    ];

    /// <summary>Arrivals from the date on, of one product or of all (null), soonest first.</summary>
    public IReadOnlyList<ArrivedProduct> ArrivalsOf(string? productCode, DateOnly first) =>
    [
        .. from arrival in Data.Arrivals
           where arrival.Date >= first
           where productCode is null || arrival.ProductCode == productCode
           let product = Product(arrival.ProductCode)
           where product is not null
           orderby arrival.Date
           select new ArrivedProduct(arrival, product),
    ];

    /// <summary>Notices in force at the date, newest first.</summary>
    public IReadOnlyList<PolicyNotice> NoticesAt(DateOnly at) =>
    [
        .. Data.Notices
            .Where(notice => notice.EffectiveDate <= at && (notice.ExpiryDate is null || notice.ExpiryDate >= at))
            .OrderByDescending(notice => notice.EffectiveDate),
    ];

    private StaffMember? OfRoute(StaffRole role, Retailer retailer) =>
        _staffByRoute[(role, retailer.Route)].FirstOrDefault();

    private static string[] RoutesOf(StaffMember member) => member.Routes.Split(
        RouteSeparator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
