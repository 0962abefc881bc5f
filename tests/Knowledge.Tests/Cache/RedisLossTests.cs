using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Cache;

/// <summary>Redis gone means slower, never wrong and never silent.</summary>
public sealed class RedisLossTests(PostgresServer postgres) : IAsyncLifetime
{
    private readonly RedisServer _redis = new();
    private PostgresBackend _backend = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _backend = new PostgresBackend(postgres, _redis);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _backend.DisposeAsync();
        await _redis.DisposeAsync();
    }

    [Fact]
    public async Task RedisKilledAndStartedAgain_answersStayRight()
    {
        var settings = await _backend.SettingsAsync();
        await using var a = await KnowledgeNode.StartAsync(settings);
        await using var b = await KnowledgeNode.StartAsync(settings);
        await a.ImportAsync(Sample.Tables());
        await b.ListenAsync();
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 100m, "the other node answers");

        await _redis.KillAsync();
        await Eventually.TrueAsync(() => !IsConnected(a) && !IsConnected(b), "both nodes notice the loss");
        var lost = await a.ImportAsync(new() { SettlementAccounts = [Sample.Account(7m)] });
        var whileGone = await BalanceAsync(b);
        await _redis.StartAsync();
        await Eventually.TrueAsync(() => IsConnected(a) && IsConnected(b), "both nodes are connected again");
        var afterReturn = await BalanceAsync(b);
        await a.ListenAsync();
        await b.ListenAsync();
        var announced = await a.ImportAsync(new() { SettlementAccounts = [Sample.Account(8m)] });

        Assert.Contains("Redis", Assert.Single(lost.Notices), StringComparison.Ordinal);
        Assert.Equal((7m, 7m), (whileGone!.Value, afterReturn!.Value));
        Assert.Empty(announced.Notices);
        await Eventually.TrueAsync(async () => await BalanceAsync(b) == 8m, "announcements arrive again");
    }

    [Fact]
    public async Task RedisMissingAtTheStart_answersAndConnectsLater()
    {
        var settings = await _backend.SettingsAsync();
        await _redis.KillAsync();
        await using var node = await KnowledgeNode.StartAsync(settings);

        var result = await node.ImportAsync(Sample.Tables());
        var balance = await BalanceAsync(node);
        await _redis.StartAsync();
        await node.ListenAsync();

        Assert.Single(result.Notices);
        Assert.Equal(100m, balance);
        Assert.Equal(100m, await BalanceAsync(node));
    }

    private static bool IsConnected(KnowledgeNode node) => node.Get<RedisConnection>().IsConnected;

    private static async Task<decimal?> BalanceAsync(KnowledgeNode node) =>
        (await node.Knowledge.SettlementAsync(Sample.License, Sample.Now, Stop))?.Account.Balance;
}
