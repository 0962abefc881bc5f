using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Cache;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Cache;

public sealed class EmbeddedGarnetTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task SecondProcess_connectsToTheFirst()
    {
        using var first = Garnet();
        using var second = Garnet();
        using var firstConnection = Connect(first);
        using var secondConnection = Connect(second);

        await firstConnection.Multiplexer.GetDatabase().StringSetAsync("key", "value");

        Assert.Equal("value", await secondConnection.Multiplexer.GetDatabase().StringGetAsync("key"));
        Assert.Equal((true, false), (first.IsHosting, second.IsHosting));
    }

    [Fact]
    public async Task Host_thatGoes_isSucceededByAnotherProcess()
    {
        var first = Garnet();
        using var second = Garnet();
        using var firstConnection = Connect(first);
        using var secondConnection = Connect(second);
        second.HostIfFree();
        Assert.False(second.IsHosting);

        first.Dispose();
        second.HostIfFree();

        Assert.True(second.IsHosting);
        await Eventually.TrueAsync(() => secondConnection.IsConnected, "the other process reaches its own store");
        await secondConnection.Multiplexer.GetDatabase().StringSetAsync("key", "value");
    }

    [Fact]
    public void Socket_leftByAKilledHost_isReplaced()
    {
        var path = GarnetSocket.PathIn(_folder.Path);
        using (var stale = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            stale.Bind(new UnixDomainSocketEndPoint(path));
        }

        using var garnet = Garnet();
        using var connection = Connect(garnet);

        Assert.True(connection.IsConnected);
    }

    [Fact]
    public void Socket_isForThisUserOnly()
    {
        using var garnet = Garnet();
        garnet.HostIfFree();

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(garnet.SocketPath) & (UnixFileMode)511);
        }
    }

    [Fact]
    public void SocketPath_ofADeepFolder_staysWithinTheSystemsLimit()
    {
        var deep = Path.Combine(_folder.Path, new string('a', 60), new string('b', 60));

        Assert.True(GarnetSocket.PathIn(deep).Length < 108);
        Assert.Equal(GarnetSocket.PathIn(deep), GarnetSocket.PathIn(deep));
        Assert.NotEqual(GarnetSocket.PathIn(deep), GarnetSocket.PathIn(deep + "c"));
    }

    [Fact]
    public async Task NodeWhoseHostGoes_answersRightAndHostsItself()
    {
        var settings = new Dictionary<string, string?> { ["Storage:DataDirectory"] = _folder.Path };
        var first = await KnowledgeNode.StartAsync(settings);
        await first.ListenAsync();
        await using var second = await KnowledgeNode.StartAsync(settings);
        await first.ImportAsync(Sample.Tables());
        await second.ListenAsync();

        await first.DisposeAsync();
        await Eventually.TrueAsync(() => !second.Versions.IsListening, "the second notices the loss");
        var answer = await second.Knowledge.RetailerAsync(Sample.License, Stop);
        await second.ListenAsync();

        Assert.Equal(Sample.Retailer(), answer);
        Assert.True(second.Get<EmbeddedGarnet>().IsHosting);
        Assert.Empty((await second.ImportAsync(new() { SettlementAccounts = [Sample.Account(1m)] })).Notices);
    }

    private EmbeddedGarnet Garnet() => new(Storage(), NullLogger<EmbeddedGarnet>.Instance);

    private RedisConnection Connect(EmbeddedGarnet garnet)
    {
        var connection = new RedisConnection(Storage(), garnet, NullLogger<RedisConnection>.Instance);
        Assert.True(connection.IsConnected);
        return connection;
    }

    private IOptions<StorageOptions> Storage() => Options.Create(new StorageOptions { DataDirectory = _folder.Path });
}
