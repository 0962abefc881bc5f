using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Tests.Support;

/// <summary>One process of the service as far as the knowledge goes: its own services, memory and connections.</summary>
internal sealed class KnowledgeNode : IAsyncDisposable
{
    private readonly IHost _host;

    private KnowledgeNode(IHost host) => _host = host;

    public KnowledgeBase Knowledge => Get<KnowledgeBase>();

    public TradeImporter Importer => Get<TradeImporter>();

    public TradeVersions Versions => Get<TradeVersions>();

    public FakeTimeProvider Clock => Get<FakeTimeProvider>();

    public static async Task<KnowledgeNode> StartAsync(
        Dictionary<string, string?> settings, Action<IServiceCollection>? configure = null)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(settings);
        var clock = new FakeTimeProvider(Sample.Now);
        builder.Services.AddSingleton(clock).AddSingleton<TimeProvider>(clock);
        builder.Services.AddLogging();
        builder.Services.AddKnowledge(builder.Configuration);
        configure?.Invoke(builder.Services);
        var host = builder.Build();
        await KnowledgeSetup.MigrateAsync(host.Services, TestContext.Current.CancellationToken);
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new KnowledgeNode(host);
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    /// <summary>Loads tables built in code.</summary>
    public Task<ImportResult> ImportAsync(TradeTableSet tables, bool dryRun = false)
    {
        var read = new TradeTableRead(tables, new Dictionary<TradeTable, string>(), [], []);
        return Importer.ImportAsync(
            read, new WriteRequest("测试", "tester", dryRun, null), TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until announcements reach the node.</summary>
    public Task ListenAsync() => Eventually.TrueAsync(
        () =>
        {
            Clock.Advance(TradeVersions.PollInterval);
            return Versions.IsListening;
        },
        "the node listens to announcements");

    /// <summary>The current rows of a table, as records.</summary>
    public async Task<List<TRecord>> CurrentAsync<TRow, TRecord>()
        where TRow : TradeRow<TRecord>
    {
        await using var store = await Get<TradeStore>().OpenAsync(TestContext.Current.CancellationToken);
        return [.. store.Set<TRow>().Current().OrderBy(row => row.Id).AsEnumerable().Select(row => row.ToRecord())];
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        await ((IAsyncDisposable)_host).DisposeAsync();
    }
}
