using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace ServiceBot.Fixtures;

/// <summary>The real program as a process of its own, on a free port and a data directory of the test's.</summary>
public sealed class BotProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartsWithin = TimeSpan.FromSeconds(90);

    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly List<string> _log = [];
    private Process? _process;

    /// <summary>Prepares a process; <see cref="StartAsync"/> starts it.</summary>
    /// <param name="dataDirectory">Its <c>Storage:DataDirectory</c>.</param>
    /// <param name="environment">More environment variables.</param>
    public BotProcess(string dataDirectory, IReadOnlyDictionary<string, string>? environment = null)
    {
        Address = new Uri($"http://127.0.0.1:{FreePort()}");
        _environment = new Dictionary<string, string>(environment ?? new Dictionary<string, string>())
        {
            ["Storage__DataDirectory"] = dataDirectory,
        };
    }

    /// <summary>Where it is reached.</summary>
    public Uri Address { get; }

    /// <summary>Scheme and host that it is told to listen on, such as <c>http://+</c>; null for <see cref="Address"/>.</summary>
    public string? ListensOn { get; init; }

    /// <summary>The program built beside these tests.</summary>
    public static string Program { get; } = Path.Combine(
        TestEnvironment.Root, "src", "Bot", "bin",
        AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug",
        "net10.0", "ServiceBot.dll");

    /// <summary>What it wrote, both streams, in order.</summary>
    public string Log
    {
        get
        {
            lock (_log)
            {
                return string.Join('\n', _log);
            }
        }
    }

    /// <summary>The running process's id.</summary>
    /// <exception cref="InvalidOperationException">It was not started.</exception>
    public int ProcessId => _process?.Id ?? throw new InvalidOperationException("The program was not started.");

    /// <summary>True once a started process has ended.</summary>
    public bool HasEnded => _process?.HasExited ?? false;

    /// <summary>Starts it without waiting.</summary>
    public void Launch() => _process = Start(["--urls", ListensOn is null ? Address.ToString() : $"{ListensOn}:{Address.Port}"]);

    /// <summary>Starts it and waits until it is ready.</summary>
    public async Task StartAsync(HttpClient client, CancellationToken cancellationToken)
    {
        Launch();
        var started = Stopwatch.GetTimestamp();
        while (!await IsReadyAsync(client, cancellationToken))
        {
            if (HasEnded || Stopwatch.GetElapsedTime(started) > StartsWithin)
            {
                throw new InvalidOperationException($"The program did not become ready:\n{Log}");
            }

            await Task.Delay(50, cancellationToken);
        }
    }

    /// <summary>Runs one command to its end.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyList<string> arguments, string? input, CancellationToken cancellationToken)
    {
        using var process = Process.Start(StartInfo(arguments, input is not null))!;
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
            process.StandardInput.Close();
        }

        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var error = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Kills it as a power cut would (SIGKILL).</summary>
    public async Task KillAsync()
    {
        if (_process is { HasExited: false } process)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        _process?.Dispose();
        _process = null;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await KillAsync();

    private Process Start(IReadOnlyList<string> arguments)
    {
        var process = Process.Start(StartInfo(arguments, redirectInput: false))!;
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private ProcessStartInfo StartInfo(IReadOnlyList<string> arguments, bool redirectInput)
    {
        var info = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = TestEnvironment.Root,
            RedirectStandardInput = redirectInput,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        info.Environment["DOTNET_ENVIRONMENT"] = "Development";
        info.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        foreach (var (name, value) in _environment)
        {
            info.Environment[name] = value;
        }

        return info;
    }

    private void Keep(string? line)
    {
        if (line is not null)
        {
            lock (_log)
            {
                _log.Add(line);
            }
        }
    }

    private async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(Address, "/health/ready"), cancellationToken);
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A port of the loopback that nothing listens on.</summary>
    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
