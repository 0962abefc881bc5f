using System.Diagnostics;
using System.Globalization;
using ServiceBot.Benchmarks.Setting;
using ServiceBot.Benchmarks.Turns;
using ServiceBot.Fixtures;

namespace ServiceBot.Benchmarks.Start;

/// <summary>From process start to the first correct answer, with the data prepared and the model trained.</summary>
internal static class StartBenchmark
{
    private const int Runs = 10;

    private static readonly Question Question = new("软中华这周还能订几条", "中华(软)");

    /// <summary>Measures the server and the <c>ask</c> command and prints medians with their range.</summary>
    public static async Task RunAsync(Storage storage, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Start on {storage}: preparing the data.");
        using var data = await PreparedData.CreateAsync(storage, cancellationToken);
        var directory = data.Copy();
        var (server, ask) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            server.Add(await ServerAsync(data, directory, run, cancellationToken));
            ask.Add(await AskAsync(data, directory, run, cancellationToken));
        }

        Console.WriteLine($"\nStart on {storage}, {Runs} runs:\n\n| from process start | median ms | range ms |\n|---|--:|--:|");
        Console.WriteLine(Line("server: to the first correct secure answer", server));
        Console.WriteLine(Line("ask: the whole process", ask));
    }

    private static async Task<double> ServerAsync(
        PreparedData data, string directory, int run, CancellationToken cancellationToken)
    {
        var callback = new Callback(secure: true, TimeProvider.System);
        var openId = data.Retailers[run].Conversation.Sender;
        await using var bot = new BotProcess(
            directory, data.Storage.Environment(directory).Concat(CallbackAccount.Environment(secure: true)).ToDictionary());
        var started = Stopwatch.GetTimestamp();
        bot.Launch();
        await Listening.WaitAsync(bot.Address.Port, () => bot.HasEnded, cancellationToken);
        using var connection = new HttpConnection();
        await connection.ConnectAsync(bot.Address.Port, cancellationToken);
        var request = new TurnRequest(callback.Request(openId, Question.Text), openId, Question);
        var answer = await connection.ExchangeAsync(request.Bytes, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        new AnswerCheck.Bot(callback).Check(0, request, answer);
        return took;
    }

    private static async Task<double> AskAsync(
        PreparedData data, string directory, int run, CancellationToken cancellationToken)
    {
        await using var bot = new BotProcess(
            directory, new Dictionary<string, string>(data.Storage.Environment(directory)) { ["DOTNET_ENVIRONMENT"] = "Production" });
        var license = data.Retailers[run].License.Value;
        var started = Stopwatch.GetTimestamp();
        var (_, output, error) = await bot.RunAsync(["ask", Question.Text, "--retailer", license], null, cancellationToken);
        var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        return output.Contains(Question.Expected, StringComparison.Ordinal)
            ? took
            : throw new InvalidOperationException($"ask answered {output}\n{error}");
    }

    private static string Line(string name, List<double> times)
    {
        times.Sort();
        var median = (times[(times.Count - 1) / 2] + times[times.Count / 2]) / 2;
        return string.Create(CultureInfo.InvariantCulture, $"| {name} | {median:0} | {times[0]:0}–{times[^1]:0} |");
    }
}
