using System.Globalization;
using ServiceBot.Benchmarks.Setting;
using Spectre.Console;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>The table of a run, in Markdown. Figures are the rounds' medians; the range of the ratio is beside it.</summary>
internal sealed class TurnsReport(IAnsiConsole console)
{
    private readonly List<string> _lines = [];

    /// <summary>Adds a case and shows that it is done.</summary>
    public void Add(string name, IReadOnlyList<Round> rounds)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"""
            | {name} | {Of(rounds, round => round.Limit.Rate):0} | {Of(rounds, round => round.Bot.Rate):0} | {
            Of(rounds, round => round.RateRatio):0.000} ({rounds.Min(round => round.RateRatio):0.000}–{
            rounds.Max(round => round.RateRatio):0.000}) | {Of(rounds, round => round.Bot.Percentile(0.5)):0.00} | {
            Of(rounds, round => round.Bot.Percentile(0.99)):0.00} | {Of(rounds, round => round.Limit.ServerMicroseconds):0} | {
            Of(rounds, round => round.Bot.ServerMicroseconds):0} | {Of(rounds, round => round.CpuRatio):0.000} | {
            Of(rounds, round => round.Limit.GeneratorMicroseconds):0} | {
            Of(rounds, round => round.Bot.OthersShare) * 100:0} % |
            """);
        _lines.Add(line);
        console.WriteLine($"{name}: {rounds.Sum(round => round.Bot.Latencies.Length)} turns measured.");
    }

    /// <summary>Prints the table.</summary>
    public void Print(Storage storage)
    {
        console.WriteLine();
        console.WriteLine($"Turns on {storage}, {Environment.ProcessorCount} cores shared by limit, server and load:");
        console.WriteLine();
        Console.WriteLine("""
            | mode, connections | limit /s | ServiceBot /s | ratio (range) | p50 ms | p99 ms | limit CPU µs | ServiceBot CPU µs | CPU ratio | load CPU µs at limit | others' CPU |
            |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
            """);
        _lines.ForEach(Console.WriteLine);
    }

    private static double Of(IEnumerable<Round> rounds, Func<Round, double> figure)
    {
        var sorted = rounds.Select(figure).Order().ToList();
        return sorted[sorted.Count / 2];
    }
}
