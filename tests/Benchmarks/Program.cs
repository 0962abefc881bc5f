using System.CommandLine;
using ServiceBot.Benchmarks.Hops;
using ServiceBot.Benchmarks.Setting;
using ServiceBot.Benchmarks.Start;
using ServiceBot.Benchmarks.Streams;
using ServiceBot.Benchmarks.Turns;

// turns | start | streams | hops, each by itself; without a word all of them. "limit" is the bare endpoint that turns starts.
var postgres = new Option<string?>("--postgres") { Description = "Npgsql connection string of an empty database." };
var redis = new Option<string?>("--redis") { Description = "StackExchange.Redis connection string." };
var root = new RootCommand("Measures ServiceBot against a bare Kestrel endpoint in the same run.") { postgres, redis };
var all = new (string Name, string Description, Func<Storage, CancellationToken, Task> Run)[]
{
    ("turns", "Whole WeChat turns: rate, latency and CPU, as ratios to the limit.", TurnsBenchmark.RunAsync),
    ("start", "Process start to first correct answer.", StartBenchmark.RunAsync),
    ("streams", "Open web chats: memory for each, CPU while idle, one message in every chat.", StreamsBenchmark.RunAsync),
    ("hops", "Time and allocation of each hop.", (_, _) => HopsBenchmark.RunAsync()),
};
postgres.Recursive = redis.Recursive = true;
foreach (var (name, description, run) in all)
{
    var command = new Command(name, description);
    command.SetAction((parsed, stop) => run(StorageOf(parsed), stop));
    root.Subcommands.Add(command);
}

root.SetAction(async (parsed, stop) =>
{
    foreach (var (_, _, run) in all)
    {
        await run(StorageOf(parsed), stop);
    }
});
root.Subcommands.Add(LimitServer.CreateCommand());
return await root.Parse(args).InvokeAsync();

Storage StorageOf(ParseResult parsed) => new(parsed.GetValue(postgres), parsed.GetValue(redis));
