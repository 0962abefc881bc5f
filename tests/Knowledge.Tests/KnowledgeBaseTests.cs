using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests;

/// <summary>The typed questions, end to end through store and cache.</summary>
public abstract class KnowledgeBaseTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task EmptyStore_answersNothingAndFailsNowhere()
    {
        var node = await StartNodeAsync();

        Assert.Null(await node.Knowledge.RetailerAsync(Sample.License, Stop));
        Assert.IsType<SupplyAnswer.Unknown>(
            await node.Knowledge.SupplyAsync(Sample.License, Sample.Soft, Sample.Now, Stop));
        Assert.Null(await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop));
        Assert.Null(await node.Knowledge.OrderDayAsync(Sample.License, Sample.Date(24), Stop));
        Assert.Empty(await node.Knowledge.ProductsAsync(Stop));
        Assert.Equal(new Officers(null, null, null, null), await node.Knowledge.OfficersAsync(Sample.License, Stop));
        Assert.Null((await node.Knowledge.NewBrandsAsync(new Tier(13), Sample.Date(24), Stop)).AsOf);
    }

    [Fact]
    public async Task Supply_namesLimitOrderedRemainingCycleAndTimes()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());

        var answer = await node.Knowledge.SupplyAsync(Sample.License, Sample.Soft, Sample.Now, Stop);

        var planned = Assert.IsType<SupplyAnswer.Planned>(answer);
        Assert.Equal((7, 3, 4), (planned.Position.Limit, planned.Position.Ordered, planned.Position.Remaining));
        Assert.Equal(Sample.Week, planned.Position.Cycle);
        Assert.Equal((Sample.Now, Sample.Now), (planned.Position.PlanAsOf, planned.Position.OrdersAsOf));
        Assert.Equal((Sample.Retailer(), Sample.Product(Sample.Soft)), (planned.Retailer, planned.Product));
    }

    [Fact]
    public async Task Orderable_listsBothProducts()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());

        var answer = await node.Knowledge.OrderableAsync(Sample.License, Sample.Now, Stop);

        var planned = Assert.IsType<OrderableAnswer.Planned>(answer);
        Assert.Equal([Sample.Hard, Sample.Soft], planned.Products.Select(product => product.Product.Code));
    }

    [Fact]
    public async Task AdditionOutsideThePlansCycle_countsTheOrdersOfItsOwnDays()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        var month = OrderCycle.OfDays(Sample.Date(1), Sample.Date(30));
        tables.SupplyLimits = [Sample.Limit(Sample.Hard, 10)];
        tables.Additions = [Sample.Addition(Sample.Soft, 6, cycle: month)];
        tables.Orders = [Sample.Order(3, Sample.Soft, 4)];
        await node.ImportAsync(tables);

        var answer = await node.Knowledge.SupplyAsync(Sample.License, Sample.Soft, Sample.Now, Stop);

        var position = Assert.IsType<SupplyAnswer.Planned>(answer).Position;
        Assert.Equal((month, 4, 2), (position.Cycle, position.Ordered, position.Remaining));
    }

    [Fact]
    public async Task MostOrdered_addsUpTheRetailersOwnLiveOrdersFromTheDateOn()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        tables.Orders =
        [
            Sample.Order(2, Sample.Hard, 90), Sample.Order(16, Sample.Soft, 3), Sample.Order(23, Sample.Soft, 3),
            Sample.Order(23, Sample.Hard, 5), Sample.Order(23, Sample.Hard, 50, Sample.OtherLicense),
        ];
        await node.ImportAsync(tables);
        var before = await MostOrderedAsync(node, 3);
        await node.ImportAsync(new() { Orders = [Sample.Order(23, Sample.Hard, 9)] });

        Assert.Equal([Sample.Soft, Sample.Hard], before);
        Assert.Equal([Sample.Hard, Sample.Soft], await MostOrderedAsync(node, 3));
        Assert.Equal([Sample.Hard], await MostOrderedAsync(node, 1));
    }

    [Fact]
    public async Task MostOrdered_leavesOutWhatWasReturnedAndWhatTheCatalogueNoLongerHas()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        tables.Orders = [Sample.Order(23, Sample.Soft, 3), Sample.Order(24, Sample.Soft, -3), Sample.Order(23, "unknown", 8)];
        await node.ImportAsync(tables);

        Assert.Empty(await MostOrderedAsync(node, 3));
    }

    [Fact]
    public async Task Settlement_namesTheShortfallAndWhetherTheDeductionIsAhead()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());

        var before = await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop);
        var atTheTime = await node.Knowledge.SettlementAsync(Sample.License, Sample.Now.AddHours(3), Stop);

        Assert.Equal((400m, true, Sample.Now), (before!.Shortfall, before.DeductionIsAhead, before.AsOf));
        Assert.False(atTheTime!.DeductionIsAhead);
    }

    [Fact]
    public async Task Phone_ofTwoLicences_findsTheOpenShopsOfBoth()
    {
        var node = await StartNodeAsync();
        var third = LicenseNumber.Parse("999999999999");
        await node.ImportAsync(new()
        {
            Retailers =
            [
                Sample.Retailer(), Sample.Retailer(Sample.OtherLicense),
                Sample.Retailer(third) with { Status = RetailerStatus.Closed },
            ],
        });

        var found = await node.Knowledge.RetailersByPhoneAsync("13800000001", Stop);

        Assert.Equal([Sample.OtherLicense, Sample.License], found.Select(retailer => retailer.License));
        Assert.Empty(await node.Knowledge.RetailersByPhoneAsync("13800000002", Stop));
        Assert.Empty(await node.Knowledge.RetailersByPhoneAsync("", Stop));
    }

    [Fact]
    public async Task NewBrands_areThoseOutForTheTier_newestFirst()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        tables.NewBrands =
        [
            Brand(Sample.Soft, 1, null, 10, 30), Brand(Sample.Hard, 20, 24, 13, 13),
            Brand(Sample.Soft, 2, null, 14, 30), Brand(Sample.Soft, 25, null, 1, 30), Brand(Sample.Soft, 3, 23, 1, 30),
        ];
        await node.ImportAsync(tables);

        var answer = await node.Knowledge.NewBrandsAsync(new Tier(13), Sample.Date(24), Stop);

        Assert.Equal([20, 1], answer.Offers.Select(offer => offer.Brand.LaunchDate.Day));
        Assert.Equal([Sample.Hard, Sample.Soft], answer.Offers.Select(offer => offer.Product.Code));
        Assert.Equal(Sample.Now, answer.AsOf);
    }

    [Fact]
    public async Task Arrivals_areThoseFromTheDayOn_soonestFirst()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        tables.Arrivals =
        [
            new(Sample.Date(26), Sample.Soft, ""), new(Sample.Date(24), Sample.Hard, ""),
            new(Sample.Date(23), Sample.Soft, ""), new(Sample.Date(24), "unknown", ""),
        ];
        await node.ImportAsync(tables);

        var all = await node.Knowledge.ArrivalsAsync(null, Sample.Date(24), Stop);
        var one = await node.Knowledge.ArrivalsAsync(Sample.Soft, Sample.Date(24), Stop);

        Assert.Equal([24, 26], all.Arrivals.Select(arrival => arrival.Arrival.Date.Day));
        Assert.Equal([26], one.Arrivals.Select(arrival => arrival.Arrival.Date.Day));
    }

    [Fact]
    public async Task Officers_areTheManagerByNumberAndTheOthersByRoute()
    {
        var node = await StartNodeAsync();
        var tables = Sample.Tables();
        tables.Staff =
        [
            new("M1", "王芳", StaffRole.Manager, "1", "二线"), new("I1", "李军", StaffRole.Inspector, "2", "二线、一线"),
            new("D1", "赵强", StaffRole.Driver, "3", "二线"), new("S1", "孙丽", StaffRole.Supervisor, "4", "一线"),
        ];
        await node.ImportAsync(tables);

        var officers = await node.Knowledge.OfficersAsync(Sample.License, Stop);

        Assert.Equal(("M1", "I1", null, "S1"), (
            officers.Manager!.Number, officers.Inspector!.Number, officers.Driver?.Number, officers.Supervisor!.Number));
    }

    [Fact]
    public async Task Notices_areThoseInForceThatDay_newestFirst()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new()
        {
            PolicyNotices =
            [
                new(Sample.Date(1), null, "一", ""), new(Sample.Date(24), Sample.Date(24), "二", ""),
                new(Sample.Date(2), Sample.Date(23), "三", ""), new(Sample.Date(25), null, "四", ""),
            ],
        });

        var notices = await node.Knowledge.NoticesInForceAsync(Sample.Date(24), Stop);

        Assert.Equal(["二", "一"], notices.Select(notice => notice.Title));
    }

    private static async Task<string[]> MostOrderedAsync(KnowledgeNode node, int most) =>
    [
        .. (await node.Knowledge.MostOrderedAsync(Sample.License, most, Sample.Date(10), Stop)).Select(product => product.Code),
    ];

    private static NewBrand Brand(string code, int launch, int? end, int minTier, int maxTier) => new(
        code, Sample.Date(launch), end is { } day ? Sample.Date(day) : null, "醇", "产地", "卖点", "", new Tier(minTier), new Tier(maxTier));
}

/// <inheritdoc/>
public sealed class KnowledgeBaseOnSqlite() : KnowledgeBaseTests(new SqliteBackend());

/// <inheritdoc/>
public sealed class KnowledgeBaseOnPostgres(PostgresServer postgres, RedisServer redis)
    : KnowledgeBaseTests(new PostgresBackend(postgres, redis));
