using System.Diagnostics;
using System.Globalization;
using ServiceBot.Benchmarks.Setting;
using ServiceBot.Fixtures;

namespace ServiceBot.Benchmarks.Streams;

/// <summary>
/// How many open chats one process holds: its memory for each, its CPU while they are idle, and one message in every chat,
/// answered on its stream.
/// </summary>
internal static class StreamsBenchmark
{
    private const string Secret = "benchmark-secret-of-more-than-thirty-two-characters";
    private const int AtOnce = 32;

    private static readonly int[] Counts = [2_000, 8_000];
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(40);

    /// <summary>Opens chats step by step and prints a line for each step.</summary>
    public static async Task RunAsync(Storage storage, CancellationToken cancellationToken)
    {
        Console.WriteLine($"Streams on {storage}: preparing the data.");
        using var data = await PreparedData.CreateAsync(storage, cancellationToken);
        var directory = data.Copy();
        await using var bot = new BotProcess(directory, storage.Environment(directory).Concat(Settings()).ToDictionary());
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = AtOnce }) { BaseAddress = bot.Address };
        await bot.StartAsync(client, cancellationToken);
        var chats = new List<OpenChat>();

        // What the first chats load belongs to the program, not to the chats.
        await OpenAsync(chats, 100, client, cancellationToken);
        await AnswerAsync(chats, client, cancellationToken);
        await Task.Delay(Settles, cancellationToken);
        var (empty, before) = (MemoryOf(bot), chats.Count);
        Console.WriteLine($"\nWith {before} chats: {empty / 1024 / 1024} MiB resident.\n");
        Console.WriteLine("| open chats | opened /s | MiB resident | ratio | KiB a chat | CPU idle % | one message each: s | answers /s |\n|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (var count in Counts)
        {
            Console.WriteLine(await StepAsync(bot, client, chats, count, (empty, before), cancellationToken));
        }

        chats.ForEach(chat => chat.Dispose());
    }

    private static Dictionary<string, string> Settings() => new()
    {
        ["Channels__DirectLine__Secret"] = Secret,
        ["Channels__DirectLine__StartsPerMinute"] = "1000000",
        ["Logging__LogLevel__Default"] = "Warning",
    };

    private static async Task<string> StepAsync(
        BotProcess bot, HttpClient client, List<OpenChat> chats, int count, (long Bytes, int Chats) empty, CancellationToken cancellationToken)
    {
        var more = count - chats.Count;
        var started = Stopwatch.GetTimestamp();
        await OpenAsync(chats, more, client, cancellationToken);
        var opening = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await Task.Delay(Settles, cancellationToken);
        var memory = MemoryOf(bot);
        var cpu = new CpuReading(bot.ProcessId);
        await Task.Delay(Idle, cancellationToken);
        var idle = cpu.SinceThen().Server / Idle;
        started = Stopwatch.GetTimestamp();
        await AnswerAsync(chats, client, cancellationToken);
        var answering = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var each = (memory - empty.Bytes) / 1024.0 / (chats.Count - empty.Chats);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {more / opening:0} | {memory / 1024 / 1024} | {(double)memory / empty.Bytes:0.00} | {each:0.0} | {idle * 100:0.0} | {answering:0.0} | {count / answering:0} |");
    }

    private static async Task OpenAsync(List<OpenChat> chats, int count, HttpClient client, CancellationToken cancellationToken)
    {
        await Parallel.ForAsync(0, count, Limited(cancellationToken), async (_, cancel) =>
        {
            var chat = await OpenChat.OpenAsync(client, Secret, cancel);
            lock (chats)
            {
                chats.Add(chat);
            }
        });
    }

    private static async Task AnswerAsync(List<OpenChat> chats, HttpClient client, CancellationToken cancellationToken)
    {
        var answered = Task.WhenAll(chats.Select(chat => chat.UntilAnsweredAsync(cancellationToken)));
        await Parallel.ForEachAsync(
            chats, Limited(cancellationToken), async (chat, cancel) => await chat.SayAsync(client, "你好", cancel));
        await answered;
    }

    private static ParallelOptions Limited(CancellationToken cancellationToken) =>
        new() { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken };

    private static long MemoryOf(BotProcess bot)
    {
        using var process = Process.GetProcessById(bot.ProcessId);
        return process.WorkingSet64;
    }
}
