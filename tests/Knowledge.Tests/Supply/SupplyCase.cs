using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Supply;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Supply;

/// <summary>Tables and one retailer, in memory, to ask about supply.</summary>
internal sealed class SupplyCase
{
    public static readonly DateTimeOffset PlanLoadedAt = Sample.Now.AddHours(-20);

    public static readonly DateTimeOffset OrdersLoadedAt = Sample.Now.AddHours(-1);

    public Retailer? Retailer { get; set; } = Sample.Retailer();

    public List<Product> Products { get; } =
        [Sample.Product(Sample.Soft), Sample.Product(Sample.Hard, "甲(硬)"), Sample.Product("3", "甲(细)")];

    public List<SupplyLimit> Limits { get; } = [];

    public List<BandLimit> Bands { get; } = [];

    public List<Addition> Additions { get; } = [];

    public List<Order> Orders { get; } = [];

    public bool OrdersLoaded { get; set; } = true;

    public SupplyAnswer Ask(string code = Sample.Soft, DateTimeOffset? at = null) => Questions().One(code, at ?? Sample.Now);

    public SupplyPosition Position(string code = Sample.Soft, DateTimeOffset? at = null) =>
        Assert.IsType<SupplyAnswer.Planned>(Ask(code, at)).Position;

    public OrderableAnswer AskAll(DateTimeOffset? at = null) => Questions().All(at ?? Sample.Now);

    public PlanAnswer AskPlan(DateTimeOffset? at = null) => Questions().Plan(at ?? Sample.Now);

    private SupplyQuestions Questions()
    {
        var cycles = Limits.Select(limit => limit.Cycle).Distinct().ToList();
        var book = new TradeBook(new TradeBookData(Products, [], cycles, Limits, Bands, [], [], [], [], []));
        var loadedAt = new Dictionary<TradeTable, DateTimeOffset>
        {
            [TradeTable.SupplyLimits] = PlanLoadedAt,
            [TradeTable.Additions] = PlanLoadedAt,
        };
        if (OrdersLoaded)
        {
            loadedAt[TradeTable.Orders] = OrdersLoadedAt;
        }

        var version = new TradeVersion(1, new Generation(1, "a"), new Generation(1, "a"), loadedAt);
        return new SupplyQuestions(book, new RetailerFile(Retailer, null, Additions, Orders), version);
    }
}
