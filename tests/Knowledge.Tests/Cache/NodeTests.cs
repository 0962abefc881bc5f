using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Cache;

/// <summary>Several nodes on one store: what one imports the others answer from, and nobody sees a mixture.</summary>
public abstract class NodeTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task Import_onOneNode_isAnsweredByTheOtherWithoutWaitingForItsClock()
    {
        var (a, b) = (await StartNodeAsync(), await StartNodeAsync());
        await a.ImportAsync(Sample.Tables());
        await a.ListenAsync();
        await b.ListenAsync();
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 100m, "the other node answers");

        var result = await a.ImportAsync(new() { SettlementAccounts = [Sample.Account(7m)] });

        Assert.Empty(result.Notices);
        Assert.Equal(7m, await BalanceAsync(a));
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 7m, "the other node answers the new balance");
        Assert.True(b.Versions.IsListening);
    }

    [Fact]
    public async Task Import_whileANodeMissesTheAnnouncement_isAnsweredWithinThePollInterval()
    {
        var (a, b) = (await StartNodeAsync(), await StartNodeAsync());
        await a.ImportAsync(Sample.Tables());
        await b.ListenAsync();
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 100m, "the other node answers");
        await b.Get<RedisConnection>().Multiplexer.GetSubscriber().UnsubscribeAllAsync();
        await a.ImportAsync(new() { SettlementAccounts = [Sample.Account(8m)] });

        b.Clock.Advance(TradeVersions.PollInterval);

        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 8m, "the poll finds the new version");
    }

    [Fact]
    public async Task Readers_duringImports_seeOneVersionAndNeverAMixture()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Version(1));
        using var done = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() => ReadAllAsync(node, done.Token), Stop)).ToList();

        for (var version = 2; version <= 12; version++)
        {
            await node.ImportAsync(Version(version));
        }

        await done.CancelAsync();
        var seen = (await Task.WhenAll(readers)).SelectMany(answers => answers).ToList();
        Assert.NotEmpty(seen);
        Assert.All(seen, position => Assert.Equal(position.TierCell, position.Additions.Single().Cartons));
        Assert.All(seen, position => Assert.Equal(position.TierCell, position.Ordered));
    }

    [Fact]
    public async Task OtherNode_readsFromRedisWhatTheFirstPutThere()
    {
        var (a, b) = (await StartNodeAsync(), await StartNodeAsync());
        await a.ImportAsync(Sample.Tables());
        await a.ListenAsync();
        await b.ListenAsync();
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 100m, "the other node has the version");
        var version = await a.Versions.CurrentAsync(Stop);
        var expected = await a.Knowledge.RetailerAsync(Sample.License, Stop);
        var key = $"v2:servicebot:k1:retailer:{Sample.License}:{version.Book}:{version.Retailers}";
        var redis = a.Get<RedisConnection>().Multiplexer.GetDatabase();
        await Eventually.TrueAsync(() => redis.KeyExistsAsync(key), "the retailer is in Redis");
        await using (var store = await b.Get<Knowledge.Store.TradeStore>().OpenAsync(Stop))
        {
            // Were the store of record read, the answer would be nobody.
            store.Retailers.RemoveRange(store.Retailers);
            await store.SaveChangesAsync(Stop);
        }

        Assert.Equal(expected, await b.Knowledge.RetailerAsync(Sample.License, Stop));
    }

    private static async Task<decimal?> BalanceAsync(KnowledgeNode node) =>
        (await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop))?.Account.Balance;

    /// <summary>Tables in which the plan, the addition and the order all have the same number.</summary>
    private static Knowledge.Import.TradeTableSet Version(int number)
    {
        var tables = Sample.Tables();
        tables.SupplyLimits = [Sample.Limit(Sample.Soft, number)];
        tables.Additions = [Sample.Addition(Sample.Soft, number)];
        tables.Orders = [Sample.Order(23, Sample.Soft, number)];
        return tables;
    }

    private static async Task<List<SupplyPosition>> ReadAllAsync(KnowledgeNode node, CancellationToken done)
    {
        var seen = new List<SupplyPosition>();
        while (!done.IsCancellationRequested)
        {
            var answer = await node.Knowledge.SupplyAsync(Sample.License, Sample.Soft, Sample.Now, Stop);
            seen.Add(Assert.IsType<SupplyAnswer.Planned>(answer).Position);
        }

        return seen;
    }
}

/// <inheritdoc/>
public sealed class NodesOnSqlite() : NodeTests(new SqliteBackend());

/// <inheritdoc/>
public sealed class NodesOnPostgres(PostgresServer postgres, RedisServer redis)
    : NodeTests(new PostgresBackend(postgres, redis));
