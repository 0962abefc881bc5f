using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>Versions: all or nothing, trials, history and putting back.</summary>
public abstract class ImportVersionTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task DryRun_countsTheChangesAndChangesNothing()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        node.Clock.Advance(TimeSpan.FromHours(1));

        var result = await node.ImportAsync(new() { Products = [Sample.Product("9")] }, dryRun: true);

        Assert.Null(result.Version);
        Assert.Equal(new TableChange(TradeTable.Products, "Products", 1, 0, 2, 0), Assert.Single(result.Changes));
        Assert.Equal(2, (await node.Knowledge.ProductsAsync(Stop)).Count);
        Assert.Single(await node.Importer.VersionsAsync(Stop));
        Assert.Equal(1, (await node.Versions.RefreshAsync(Stop)).Version);
    }

    [Fact]
    public async Task Faults_meanThatNothingIsWritten()
    {
        var node = await StartNodeAsync();
        var fault = new ImportFault("卷烟品规.csv", null, 2, "品规代码", "", "不能为空");
        var read = new TradeTableRead(Sample.Tables(), new Dictionary<TradeTable, string>(), [fault], ["注意"]);

        var result = await node.Importer.ImportAsync(read, new WriteRequest("s", "t", false, null), Stop);

        Assert.False(result.Succeeded);
        Assert.Equal([fault], result.Faults);
        Assert.Equal(["注意"], result.Notices);
        Assert.Empty(await node.Importer.VersionsAsync(Stop));
    }

    [Fact]
    public async Task FailureInTheMiddle_leavesTheOldVersionWhole()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        var tables = Sample.Tables();
        tables.Products = [Sample.Product("9")];
        tables.SettlementAccounts = [Sample.Account(77m)];
        var read = new TradeTableRead(tables, new Dictionary<TradeTable, string>(), [], []);
        var request = new WriteRequest("s", "t", false, new FailAt("写入 SettlementAccounts"));

        await Assert.ThrowsAsync<IOException>(() => node.Importer.ImportAsync(read, request, Stop));

        Assert.Equal(2, (await node.CurrentAsync<ProductRow, Product>()).Count);
        Assert.Equal(100m, Assert.Single(await node.CurrentAsync<SettlementAccountRow, SettlementAccount>()).Balance);
        Assert.Single(await node.Importer.VersionsAsync(Stop));
        Assert.Equal(2, (await node.ImportAsync(tables)).Version);
    }

    [Fact]
    public async Task History_tellsWhoWhenFromWhatAndWhichRows()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        node.Clock.Advance(TimeSpan.FromHours(1));
        await node.ImportAsync(new() { Products = [Sample.Product(Sample.Soft)] });

        var history = await node.Importer.VersionsAsync(Stop);

        Assert.Equal([2, 1], history.Select(version => version.Version));
        Assert.Equal(("tester", "测试"), (history[0].ImportedBy, history[0].Source));
        Assert.Equal(Sample.Now.AddHours(1), history[0].ImportedAt);
        Assert.Equal([new TableChange(TradeTable.Products, "Products", 0, 0, 1, 1)], history[0].Changes);
    }

    [Fact]
    public async Task ImportWithoutADifference_movesOnlyTheTimeOfLoading()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        node.Clock.Advance(TimeSpan.FromHours(1));

        await node.ImportAsync(new() { SettlementAccounts = [Sample.Account(100m)] });

        var settlement = await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop);
        Assert.Equal(Sample.Now.AddHours(1), settlement!.AsOf);
        var order = await node.Knowledge.OrderDayAsync(Sample.License, Sample.Date(24), Stop);
        Assert.Equal(Sample.Now, order!.AsOf);
    }

    [Fact]
    public async Task PutBack_showsTheOldTablesAsANewVersion()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        node.Clock.Advance(TimeSpan.FromHours(1));
        await node.ImportAsync(new()
        {
            Products = [Sample.Product(Sample.Soft, "乙(软)"), Sample.Product("9")],
            SettlementAccounts = [Sample.Account(5m), Sample.Account(6m, Sample.OtherLicense)],
            Orders = [Sample.Order(24, Sample.Soft, 1)],
        });

        var result = await node.Importer.PutBackAsync(1, dryRun: false, "supervisor", Stop);

        Assert.Equal(3, result.Version);
        Assert.Contains(new TableChange(TradeTable.Products, "put-back", 1, 1, 1, 0), result.Changes);
        Assert.Equal(Sample.Tables().Products, (await node.Knowledge.ProductsAsync(Stop)).OrderBy(row => row.Code));
        Assert.Equal([Sample.Account(100m)], await node.CurrentAsync<SettlementAccountRow, SettlementAccount>());
        Assert.Equal(Sample.Tables().Orders, await node.CurrentAsync<OrderRow, Order>());
        var settlement = await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop);
        Assert.Equal((100m, Sample.Now), (settlement!.Account.Balance, settlement.AsOf));
    }

    [Fact]
    public async Task PutBack_undoneByAnotherPutBack_showsTheNewTablesAgain()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());
        await node.ImportAsync(new() { Products = [Sample.Product("9")] });
        await node.Importer.PutBackAsync(1, dryRun: false, "supervisor", Stop);

        await node.Importer.PutBackAsync(2, dryRun: false, "supervisor", Stop);

        Assert.Equal(["9"], (await node.Knowledge.ProductsAsync(Stop)).Select(product => product.Code));
        Assert.Null(await node.Knowledge.ProductAsync(Sample.Soft, Stop));
    }

    [Fact]
    public async Task PutBack_ofAVersionThatNeverWas_isRefused()
    {
        var node = await StartNodeAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => node.Importer.PutBackAsync(7, false, "supervisor", Stop));
    }

    [Fact]
    public async Task ImportsAtTheSameTime_makeOneVersionEach()
    {
        var nodes = new[] { await StartNodeAsync(), await StartNodeAsync() };

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(index =>
            Task.Run(() => nodes[index % 2].ImportAsync(new() { Products = [Sample.Product($"{index}")] }), Stop)));

        Assert.Equal(Enumerable.Range(1, 8).Select(version => (long?)version), results.Select(r => r.Version).Order());
        Assert.Single(await nodes[0].CurrentAsync<ProductRow, Product>());
    }

    /// <summary>Stands for a disk that fails while a table is written.</summary>
    private sealed class FailAt(string stage) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage)
            {
                throw new IOException("The disk is full.");
            }
        }
    }
}

/// <inheritdoc/>
public sealed class ImportVersionOnSqlite() : ImportVersionTests(new SqliteBackend());

/// <inheritdoc/>
public sealed class ImportVersionOnPostgres(PostgresServer postgres, RedisServer redis)
    : ImportVersionTests(new PostgresBackend(postgres, redis));
