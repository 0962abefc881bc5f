namespace ServiceBot.Knowledge.Tests.Support;

/// <summary>Tests that run the same on every backend. A test's nodes share its storage.</summary>
public abstract class StoreSuite(Backend backend) : IAsyncLifetime
{
    private readonly List<KnowledgeNode> _nodes = [];

    /// <summary>What the test runs on.</summary>
    protected Backend Backend { get; } = backend;

    /// <summary>The running test's.</summary>
    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var node in Enumerable.Reverse(_nodes))
        {
            await node.DisposeAsync();
        }

        await Backend.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>One more node on the test's storage.</summary>
    internal async Task<KnowledgeNode> StartNodeAsync()
    {
        var node = await KnowledgeNode.StartAsync(await Backend.SettingsAsync());
        _nodes.Add(node);
        return node;
    }
}
