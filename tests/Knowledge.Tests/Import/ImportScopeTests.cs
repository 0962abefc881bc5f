using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>What each table's import replaces.</summary>
public abstract class ImportScopeTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task WholeTable_loadedAgain_replacesEveryRow()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new() { Products = [Sample.Product("1"), Sample.Product("2"), Sample.Product("3")] });

        var result = await node.ImportAsync(new()
        {
            Products = [Sample.Product("1"), Sample.Product("2", "乙(软)"), Sample.Product("4")],
        });

        Assert.Equal(new TableChange(TradeTable.Products, "Products", 1, 1, 1, 1), Assert.Single(result.Changes));
        var products = await node.Knowledge.ProductsAsync(Stop);
        Assert.Equal(["1", "2", "4"], products.Select(product => product.Code).Order());
        Assert.Equal("乙(软)", (await node.Knowledge.ProductAsync("2", Stop))!.Name);
    }

    [Fact]
    public async Task Supply_loadedForOneCycle_keepsTheOtherCycles()
    {
        var node = await StartNodeAsync();
        var overlapping = OrderCycle.OfDays(Sample.Date(25), Sample.Date(29));
        await node.ImportAsync(new()
        {
            SupplyLimits =
            [
                Sample.Limit("1", 5), Sample.Limit("2", 5),
                Sample.Limit("1", 7, Sample.LastWeek), Sample.Limit("1", 9, overlapping),
            ],
        });

        var result = await node.ImportAsync(new() { SupplyLimits = [Sample.Limit("1", 6)] });

        Assert.Equal(new TableChange(TradeTable.SupplyLimits, "SupplyLimits", 0, 1, 1, 0), result.Changes[0]);
        var limits = await node.CurrentAsync<SupplyLimitRow, SupplyLimit>();
        Assert.Equal([(Sample.LastWeek, 7), (overlapping, 9), (Sample.Week, 6)], limits.Select(limit =>
            (limit.Cycle, limit.Cells[new Tier(13)])));
    }

    [Fact]
    public async Task Supply_ofOverlappingCycles_isOfTheOneLoadedLast()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        var earlier = new OrderCycle(Sample.Date(22), DayHalf.Afternoon, Sample.Date(27), DayHalf.Morning);

        await node.ImportAsync(new() { SupplyLimits = [Sample.Limit(Sample.Soft, 11, earlier)] });

        var answer = await node.Knowledge.SupplyAsync(Sample.License, Sample.Soft, Sample.Now, Stop);
        var position = Assert.IsType<SupplyAnswer.Planned>(answer).Position;
        Assert.Equal((earlier, 11), (position.Cycle, position.TierCell));
    }

    [Fact]
    public async Task BandsAndAdditions_loadedForOneCycle_keepTheOtherCycles()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new()
        {
            BandLimits = [new(Sample.LastWeek, "5段", Sample.Cells()), new(Sample.Week, "5段", Sample.Cells())],
            Additions = [Sample.Addition("1", 1, cycle: Sample.LastWeek), Sample.Addition("1", 2)],
        });

        await node.ImportAsync(new()
        {
            BandLimits = [new(Sample.Week, "6段", Sample.Cells())],
            Additions = [Sample.Addition("2", 3)],
        });

        var bands = await node.CurrentAsync<BandLimitRow, BandLimit>();
        Assert.Equal([(Sample.LastWeek, "5段"), (Sample.Week, "6段")], bands.Select(band => (band.Cycle, band.Band)));
        var additions = await node.CurrentAsync<AdditionRow, Addition>();
        Assert.Equal([("1", 1), ("2", 3)], additions.Select(addition => (addition.ProductCode, addition.Cartons)));
    }

    [Fact]
    public async Task Orders_loadedForSomeDaysOfACycle_replaceTheWholeCycleAndNoOther()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new()
        {
            SupplyLimits = [Sample.Limit("1", 5), Sample.Limit("1", 5, Sample.LastWeek)],
            Orders = [Sample.Order(17, "1", 1), Sample.Order(23, "1", 2), Sample.Order(26, "1", 3)],
        });

        await node.ImportAsync(new() { Orders = [Sample.Order(24, "1", 4)] });

        var orders = await node.CurrentAsync<OrderRow, Order>();
        Assert.Equal([Sample.Order(17, "1", 1), Sample.Order(24, "1", 4)], orders);
    }

    [Fact]
    public async Task Orders_outsideEveryCycle_replaceTheirDaysOnly()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new() { Orders = [Sample.Order(1, "1", 1), Sample.Order(2, "1", 2)] });

        await node.ImportAsync(new() { Orders = [Sample.Order(2, "2", 5)] });

        var orders = await node.CurrentAsync<OrderRow, Order>();
        Assert.Equal([Sample.Order(1, "1", 1), Sample.Order(2, "2", 5)], orders);
    }

    [Fact]
    public async Task Orders_twiceTheSameDayAndProduct_areBothKept()
    {
        var node = await StartNodeAsync();
        var orders = new List<Order> { Sample.Order(23, "1", 5), Sample.Order(23, "1", -2), Sample.Order(23, "1", 5) };
        await node.ImportAsync(new() { Orders = orders });

        var result = await node.ImportAsync(new() { Orders = [orders[1], orders[0], orders[2]] });

        Assert.Equal(new TableChange(TradeTable.Orders, "Orders", 0, 0, 0, 3), Assert.Single(result.Changes));
        Assert.Equal(8, (await node.CurrentAsync<OrderRow, Order>()).Sum(order => order.Cartons));
    }

    [Fact]
    public async Task Accounts_loadedForOneLicence_keepTheOthers()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(new()
        {
            SettlementAccounts = [Sample.Account(1m), Sample.Account(2m, Sample.OtherLicense)],
        });

        var result = await node.ImportAsync(new() { SettlementAccounts = [Sample.Account(9.99m)] });

        Assert.Equal(new TableChange(TradeTable.SettlementAccounts, "SettlementAccounts", 0, 1, 0, 0), result.Changes[0]);
        Assert.Equal(9.99m, (await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop))!.Account.Balance);
        Assert.Equal(
            2m, (await node.Knowledge.SettlementAsync(Sample.OtherLicense, Sample.Now, Stop))!.Account.Balance);
    }

    [Fact]
    public async Task Hotlines_inAnotherOrder_areShownInThatOrder()
    {
        var node = await StartNodeAsync();
        var first = new Hotline("投诉", "12313", "全天", "");
        var second = new Hotline("订货", "96368", "8:30-17:30", "");
        await node.ImportAsync(new() { Hotlines = [first, second] });

        await node.ImportAsync(new() { Hotlines = [second, first] });

        Assert.Equal([second, first], await node.Knowledge.HotlinesAsync(Stop));
    }

    [Fact]
    public async Task EveryTable_readBack_hasTheSameValues()
    {
        var node = await StartNodeAsync();
        var tables = FullTables();

        await node.ImportAsync(tables);

        Assert.Equal(tables.Products, await node.CurrentAsync<ProductRow, Product>());
        Assert.Equal(tables.Staff, await node.CurrentAsync<StaffRow, StaffMember>());
        Assert.Equal(tables.Retailers, await node.CurrentAsync<RetailerRow, Retailer>());
        Assert.Equal(tables.SupplyLimits, await node.CurrentAsync<SupplyLimitRow, SupplyLimit>());
        Assert.Equal(tables.BandLimits, await node.CurrentAsync<BandLimitRow, BandLimit>());
        Assert.Equal(tables.Additions, await node.CurrentAsync<AdditionRow, Addition>());
        Assert.Equal(tables.Orders, await node.CurrentAsync<OrderRow, Order>());
        Assert.Equal(tables.Arrivals, await node.CurrentAsync<ArrivalRow, Arrival>());
        Assert.Equal(tables.SettlementAccounts, await node.CurrentAsync<SettlementAccountRow, SettlementAccount>());
        Assert.Equal(tables.NewBrands, await node.CurrentAsync<NewBrandRow, NewBrand>());
        Assert.Equal(tables.PolicyNotices, await node.CurrentAsync<PolicyNoticeRow, PolicyNotice>());
        Assert.Equal(tables.Articles, await node.CurrentAsync<ArticleRow, Article>());
        Assert.All((await node.ImportAsync(tables)).Changes, change =>
            Assert.Equal((0, 0, 0), (change.Added, change.Changed, change.Removed)));
    }

    private static TradeTableSet FullTables()
    {
        var tables = Sample.Tables();
        var halfDays = new OrderCycle(Sample.Date(21), DayHalf.Afternoon, Sample.Date(26), DayHalf.Morning);
        tables.SupplyLimits!.Add(new(
            halfDays, "9", SupplyMethod.ByPriceBand, "5段", MarketType.Country, "便利店、超市", "城东", SupplyStatus.New, "看条件", Sample.Cells((1, 2), (30, 25))));
        tables.Staff = [new("M1", "王芳", StaffRole.Manager, "13900000001", "一线、二线")];
        tables.BandLimits = [new(halfDays, "5段", Sample.Cells((13, 10)))];
        tables.Arrivals = [new(Sample.Date(25), Sample.Soft, "下午到")];
        tables.NewBrands = [new(Sample.Soft, Sample.Date(1), null, "醇", "产地", "细", "a.png", new Tier(10), new Tier(30))];
        tables.Hotlines = [new("投诉", "12313", "全天", "")];
        tables.PolicyNotices = [new(Sample.Date(1), Sample.Date(30), "标题", "内容")];
        tables.Articles = [new("怎么改密码|忘记密码", "在订货页点忘记密码。")];
        return tables;
    }
}

/// <inheritdoc/>
public sealed class ImportScopeOnSqlite() : ImportScopeTests(new SqliteBackend());

/// <inheritdoc/>
public sealed class ImportScopeOnPostgres(PostgresServer postgres, RedisServer redis)
    : ImportScopeTests(new PostgresBackend(postgres, redis));
