using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StackExchange.Redis;

namespace ServiceBot.Fixtures;

/// <summary>A real Redis on a free port, in memory only. Started at first use; may be killed and started again.</summary>
public sealed class RedisServer : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly int _port = FreePort();
    private ServerProcess? _server;

    /// <summary>The StackExchange.Redis connection string, whether it runs or not.</summary>
    public string ConnectionString => $"127.0.0.1:{_port}";

    /// <summary>Starts it unless it runs; skips the calling test when redis-server is not installed.</summary>
    /// <returns>The connection string.</returns>
    public async Task<string> StartAsync()
    {
        var program = TestEnvironment.RequireProgram("redis-server");
        await _gate.WaitAsync();
        try
        {
            if (_server is null or { HasEnded: true })
            {
                _server = ServerProcess.Start(program, Arguments());
                await _server.UntilAsync(AnswersAsync);
            }
        }
        finally
        {
            _gate.Release();
        }

        return ConnectionString;
    }

    /// <summary>Kills it without a word to its clients.</summary>
    public Task KillAsync() => _server?.KillAsync() ?? Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }

        _gate.Dispose();
    }

    private IEnumerable<string> Arguments() =>
    [
        "--port", _port.ToString(CultureInfo.InvariantCulture), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no",
    ];

    private async Task<bool> AnswersAsync()
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync($"{ConnectionString},connectTimeout=500");
        return await connection.GetDatabase().PingAsync() >= TimeSpan.Zero;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
