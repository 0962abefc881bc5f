using ServiceBot.Benchmarks.Setting;
using ServiceBot.Fixtures;
using Spectre.Console;

namespace ServiceBot.Benchmarks.Turns;

/// <summary>
/// Whole WeChat turns against the limit, in one run and in turn, since only then is a ratio worth something on a
/// machine with moods. Limit, server and load share the machine's cores.
/// </summary>
internal static class TurnsBenchmark
{
    /// <summary>Measures plain and secure mode over 1 and 64 connections and prints a table.</summary>
    public static async Task RunAsync(Storage storage, CancellationToken cancellationToken)
    {
        AnsiConsole.WriteLine($"Turns on {storage}, {Environment.ProcessorCount} cores: preparing the data.");
        using var data = await PreparedData.CreateAsync(storage, cancellationToken);
        await using var limit = await LimitProcess.StartAsync(cancellationToken);
        var report = new TurnsReport(AnsiConsole.Console);
        foreach (var secure in new[] { false, true })
        {
            await MeasureModeAsync(data, limit, secure, report, cancellationToken);
        }

        report.Print(storage);
    }

    private static async Task MeasureModeAsync(
        PreparedData data, LimitProcess limit, bool secure, TurnsReport report, CancellationToken cancellationToken)
    {
        var directory = data.Copy();
        var settings = data.Storage.Environment(directory).Concat(CallbackAccount.Environment(secure)).ToDictionary();
        await using var bot = new BotProcess(directory, settings);
        bot.Launch();
        await Listening.WaitAsync(bot.Address.Port, () => bot.HasEnded, cancellationToken);
        var callback = new Callback(secure, TimeProvider.System);
        var requests = new TurnBatch(data, callback);
        foreach (var connections in new[] { 1, 64 })
        {
            using var limitLoad = await LoadGenerator.ConnectAsync(
                limit.Port, limit.Id, new AnswerCheck.Limit(), connections, cancellationToken);
            using var botLoad = await LoadGenerator.ConnectAsync(
                bot.Address.Port, bot.ProcessId, new AnswerCheck.Bot(callback), connections, cancellationToken);
            var rounds = await new TurnRounds(limitLoad, botLoad, requests).RunAsync(cancellationToken);
            report.Add($"{(secure ? "secure" : "plain")}, {connections}", rounds);
        }

        if (bot.Log.Contains("fail:", StringComparison.Ordinal))
        {
            throw new InvalidOperationException($"The server logged errors:\n{bot.Log}");
        }
    }
}
