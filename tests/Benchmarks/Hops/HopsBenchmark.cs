using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace ServiceBot.Benchmarks.Hops;

/// <summary>Runs the hops under BenchmarkDotNet.</summary>
internal static class HopsBenchmark
{
    /// <summary>A short job in this process: the figures are a map of where time goes, not a contest.</summary>
    public static async Task RunAsync()
    {
        var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
        var config = ManualConfig.CreateEmpty()
            .AddJob(job)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Default)
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "servicebot-benchmarks"));
        BenchmarkRunner.Run<TurnHops>(config);
        await (await HopScene.Shared).DisposeAsync();
    }
}
