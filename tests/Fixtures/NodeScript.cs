using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace ServiceBot.Fixtures;

/// <summary>
/// Runs the scripts of <c>tests/Npm</c>, where programs of others play the other side of a protocol. Their packages are
/// installed on first use.
/// </summary>
public static class NodeScript
{
    private static readonly string Folder = Path.Combine(TestEnvironment.Root, "tests", "Npm");
    private static readonly Lazy<Task> Packages = new(InstallAsync);

    /// <summary>
    /// Gives the script one JSON value on standard input and returns the one it prints. Skips the calling test when
    /// Node or the packages are not to be had (fails it in CI).
    /// </summary>
    /// <exception cref="InvalidOperationException">The script failed; the message holds what it wrote to standard error.</exception>
    public static async Task<JsonElement> RunAsync(string script, object input, CancellationToken cancellationToken)
    {
        var node = TestEnvironment.RequireProgram("node");
        try
        {
            await Packages.Value.WaitAsync(cancellationToken);
        }
        catch (InvalidOperationException exception)
        {
            TestEnvironment.SkipOrFail(exception.Message);
        }

        var output = await StartAsync(node, [script], JsonSerializer.Serialize(input), cancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(output);
    }

    private static async Task InstallAsync()
    {
        // One at a time: test projects run side by side and share the folder.
        await using var turn = await TakeTurnAsync();
        if (!IsInstalled())
        {
            await StartAsync(
                TestEnvironment.FindProgram("npm") ?? throw new InvalidOperationException("npm is not installed on this machine."),
                ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], "", CancellationToken.None);
        }
    }

    // npm writes the marker last.
    private static bool IsInstalled()
    {
        var marker = Path.Combine(Folder, "node_modules", ".package-lock.json");
        return File.Exists(marker)
            && File.GetLastWriteTimeUtc(marker) >= File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json"));
    }

    private static async Task<FileStream> TakeTurnAsync()
    {
        var path = Path.Combine(Path.GetTempPath(), "servicebot-npm.lock");
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
            }
        }
    }

    private static async Task<string> StartAsync(
        string program, IEnumerable<string> arguments, string input, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = process.StandardError.ReadToEndAsync(cancellationToken);
        await process.StandardInput.WriteAsync(input.AsMemory(), cancellationToken);
        process.StandardInput.Close();
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{Path.GetFileName(program)} {string.Join(' ', arguments)} failed: {await errors}");
    }
}
