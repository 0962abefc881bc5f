using System.Globalization;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>CPU time used between two readings, user and system.</summary>
internal sealed record CpuUse(TimeSpan Server, TimeSpan Self, TimeSpan Machine);

/// <summary>Reads CPU times from <c>/proc</c>, which counts in hundredths of a second.</summary>
internal sealed class CpuReading
{
    private readonly int _processId;
    private readonly CpuUse _then;

    /// <summary>Reads now.</summary>
    /// <param name="processId">The server's.</param>
    public CpuReading(int processId)
    {
        _processId = processId;
        _then = Read();
    }

    /// <summary>What was used since the construction.</summary>
    public CpuUse SinceThen()
    {
        var now = Read();
        return new CpuUse(now.Server - _then.Server, now.Self - _then.Self, now.Machine - _then.Machine);
    }

    private CpuUse Read() => new(OfProcess(_processId), OfProcess(Environment.ProcessId), OfMachine());

    private static TimeSpan OfProcess(int processId)
    {
        // After the name, which may hold spaces: state is field 3, utime 14, stime 15.
        var stat = File.ReadAllText($"/proc/{processId}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Ticks(fields[11]) + Ticks(fields[12]);
    }

    private static TimeSpan OfMachine()
    {
        // cpu user nice system idle iowait irq softirq steal
        var fields = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Ticks(fields[1]) + Ticks(fields[2]) + Ticks(fields[3]) + Ticks(fields[6]) + Ticks(fields[7]);
    }

    private static TimeSpan Ticks(string hundredths) =>
        TimeSpan.FromMilliseconds(long.Parse(hundredths, CultureInfo.InvariantCulture) * 10);
}
