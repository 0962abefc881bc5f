using System.Diagnostics;

namespace ServiceBot.Fixtures;

/// <summary>A server program that runs for the tests, in the background, its output kept for the error message.</summary>
public sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _output = [];

    private ServerProcess(Process process) => _process = process;

    /// <summary>True once the program has ended.</summary>
    public bool HasEnded => _process.HasExited;

    /// <summary>Starts a program.</summary>
    public static ServerProcess Start(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        var server = new ServerProcess(Process.Start(start)!);
        server.Collect();
        return server;
    }

    /// <summary>Runs a program to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task RunAsync(string program, params IEnumerable<string> arguments)
    {
        var run = Start(program, arguments);
        await run._process.WaitForExitAsync();
        if (run._process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed: {run.Output()}");
        }
    }

    /// <summary>Waits until the server answers.</summary>
    /// <param name="answers">Asks once; false or an exception is not yet.</param>
    /// <exception cref="InvalidOperationException">It ended, or half a minute went by.</exception>
    public async Task UntilAsync(Func<Task<bool>> answers)
    {
        var watch = Stopwatch.StartNew();
        while (!await AskAsync(answers))
        {
            if (HasEnded || watch.Elapsed > TimeSpan.FromSeconds(30))
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} did not start: {Output()}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Ends it as a power cut would: nothing is said to clients.</summary>
    public async Task KillAsync()
    {
        if (!HasEnded)
        {
            _process.Kill(entireProcessTree: true);
        }

        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private static async Task<bool> AskAsync(Func<Task<bool>> answers)
    {
        try
        {
            return await answers();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // Not up yet: the caller's limit of time decides.
            return false;
        }
    }

    private void Collect()
    {
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.Add(line ?? "");
        }
    }

    private string Output()
    {
        lock (_output)
        {
            return string.Join('\n', _output.TakeLast(20));
        }
    }
}
