namespace ServiceBot.Fixtures;

/// <summary>
/// What this machine has for tests. A test that needs something absent skips with its reason; with <c>CI=true</c> the
/// same absence fails, so that CI never passes by skipping.
/// </summary>
public static class TestEnvironment
{
    /// <summary>The repository's root folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>True in CI.</summary>
    public static bool IsCi => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>A program on the PATH, or in one of PostgreSQL's own folders; null when absent.</summary>
    public static string? FindProgram(string name)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Concat(PostgresFolders());
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
    }

    /// <summary>The program's path; skips the calling test when it is absent (fails it in CI).</summary>
    public static string RequireProgram(string name)
    {
        var path = FindProgram(name);
        if (path is null)
        {
            SkipOrFail($"{name} is not installed on this machine.");
        }

        return path!;
    }

    /// <summary>Skips the calling test with a reason; in CI fails it.</summary>
    public static void SkipOrFail(string reason)
    {
        if (IsCi)
        {
            Xunit.Assert.Fail($"CI must have this: {reason}");
        }

        Xunit.Assert.Skip(reason);
    }

    private static IEnumerable<string> PostgresFolders() =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Order().Reverse().Select(folder => Path.Combine(folder, "bin"))
            : [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ServiceBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("ServiceBot.sln was not found above the tests.");
    }
}
