using System.Diagnostics;
using ServiceBot.Fixtures;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>The limit as a process of its own.</summary>
internal sealed class LimitProcess : IAsyncDisposable
{
    private readonly Process _process;

    private LimitProcess(Process process, int port) => (_process, Port) = (process, port);

    /// <summary>Where it listens on the loopback.</summary>
    public int Port { get; }

    /// <summary>Its id.</summary>
    public int Id => _process.Id;

    /// <summary>Starts it and waits until it listens.</summary>
    public static async Task<LimitProcess> StartAsync(CancellationToken cancellationToken)
    {
        var port = BotProcess.FreePort();
        var program = typeof(LimitProcess).Assembly.Location;
        var limit = new LimitProcess(Process.Start("dotnet", [program, "limit", $"http://127.0.0.1:{port}"]), port);
        await Listening.WaitAsync(port, () => limit._process.HasExited, cancellationToken);
        return limit;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
