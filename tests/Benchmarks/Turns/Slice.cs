using System.Diagnostics;
using ServiceBot.Benchmarks.Setting;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>What one server did in one slice of time.</summary>
/// <param name="Latencies">Of each exchange, in stopwatch ticks.</param>
/// <param name="Lasted">From the first request to the last answer.</param>
/// <param name="Cpu">CPU used meanwhile.</param>
internal sealed record Slice(long[] Latencies, TimeSpan Lasted, CpuUse Cpu)
{
    /// <summary>Exchanges a second.</summary>
    public double Rate => Latencies.Length / Lasted.TotalSeconds;

    /// <summary>CPU of the server per exchange, in µs.</summary>
    public double ServerMicroseconds => Cpu.Server.TotalMicroseconds / Latencies.Length;

    /// <summary>CPU of the load generator per exchange, in µs.</summary>
    public double GeneratorMicroseconds => Cpu.Self.TotalMicroseconds / Latencies.Length;

    /// <summary>Share of the machine that went to neither: databases, the system, and whoever else is on it; 0 to 1.</summary>
    public double OthersShare =>
        (Cpu.Machine - Cpu.Server - Cpu.Self) / (Lasted * Environment.ProcessorCount);

    /// <summary>The latency that this share of the exchanges did not pass, in ms.</summary>
    public double Percentile(double share)
    {
        var sorted = Latencies.Order().ToArray();
        return Stopwatch.GetElapsedTime(0, sorted[(int)(share * (sorted.Length - 1))]).TotalMilliseconds;
    }
}
