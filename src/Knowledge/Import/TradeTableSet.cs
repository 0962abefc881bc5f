namespace ServiceBot.Knowledge.Import;

/// <summary>The thirteen trade tables, by the names their files and sheets carry.</summary>
public enum TradeTable
{
    /// <summary>卷烟品规.</summary>
    Products,

    /// <summary>人员.</summary>
    Staff,

    /// <summary>零售户.</summary>
    Retailers,

    /// <summary>货源投放.</summary>
    SupplyLimits,

    /// <summary>价位段限量.</summary>
    BandLimits,

    /// <summary>增投.</summary>
    Additions,

    /// <summary>订货.</summary>
    Orders,

    /// <summary>到货.</summary>
    Arrivals,

    /// <summary>结算账户.</summary>
    SettlementAccounts,

    /// <summary>新品.</summary>
    NewBrands,

    /// <summary>热线.</summary>
    Hotlines,

    /// <summary>经营政策.</summary>
    PolicyNotices,

    /// <summary>问答.</summary>
    Articles,
}

/// <summary>What an import read, table by table; null where the import does not have the table.</summary>
internal sealed class TradeTableSet
{
    public List<Product>? Products { get; set; }

    public List<StaffMember>? Staff { get; set; }

    public List<Retailer>? Retailers { get; set; }

    public List<SupplyLimit>? SupplyLimits { get; set; }

    public List<BandLimit>? BandLimits { get; set; }

    public List<Addition>? Additions { get; set; }

    public List<Order>? Orders { get; set; }

    public List<Arrival>? Arrivals { get; set; }

    public List<SettlementAccount>? SettlementAccounts { get; set; }

    public List<NewBrand>? NewBrands { get; set; }

    public List<Hotline>? Hotlines { get; set; }

    public List<PolicyNotice>? PolicyNotices { get; set; }

    public List<Article>? Articles { get; set; }
}

/// <summary>What rows may refer to that is already loaded; the tables of the same import are added by the reader.</summary>
internal sealed record TradeReferences(
    IReadOnlyDictionary<string, string> ProductNameByCode,
    IReadOnlySet<LicenseNumber> Licenses,
    IReadOnlySet<string> StaffNumbers)
{
    public static TradeReferences Empty { get; } =
        new(new Dictionary<string, string>(), new HashSet<LicenseNumber>(), new HashSet<string>());
}

/// <summary>The outcome of reading files: rows, faults and notices. Rows may be used only when there is no fault.</summary>
internal sealed record TradeTableRead(
    TradeTableSet Tables,
    IReadOnlyDictionary<TradeTable, string> Files,
    IReadOnlyList<ImportFault> Faults,
    IReadOnlyList<string> Notices);
