using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// A real process is killed at random moments under load: no accepted message is lost and none is answered twice, except
/// where a kill fell between an answer's way out and our record of it; those are counted.
/// </summary>
public sealed partial class KillJourney(ITestOutputHelper output)
{
    private const string Token = "journeyToken";

    // How often to kill; more than the default for a figure to quote: KILLS=200 dotnet test --filter KillJourney
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("KILLS") ?? "6", CultureInfo.InvariantCulture);

    private static readonly TimeSpan SettlesWithin = TimeSpan.FromSeconds(150);

    private readonly ConcurrentDictionary<string, int> _answers = new();
    private readonly ConcurrentDictionary<string, List<string>> _byRetailer = new();
    private readonly ConcurrentDictionary<string, bool> _accepted = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_at_random_loses_nothing_and_answers_nothing_twice()
    {
        using var folder = new TemporaryFolder();
        await using var api = await FakeWeChatApi.StartAsync(Cancel);
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 200 });
        await using var bot = new BotProcess(folder.Path, Settings(api));
        TrainedModels.Restore(folder.Path);
        await bot.StartAsync(client, Cancel);
        TrainedModels.Keep(folder.Path);

        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var player = new WeChatPlayer(client, bot.Address, Token);
        var retailers = Enumerable.Range(1, 12).Select(number => AskOnAsync(player, number, stop.Token)).ToList();
        using var pushed = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var counting = CountPushedAsync(api, pushed.Token);
        await KillAgainAndAgainAsync(bot, client);
        await stop.CancelAsync();
        await Task.WhenAll(retailers);
        await SettleAsync(folder.File("conversations.db"));
        await pushed.CancelAsync();
        await counting;

        Report(bot);
    }

    private static Dictionary<string, string> Settings(FakeWeChatApi api) => new()
    {
        ["Channels__WeChat__Mode"] = "plain",
        ["Channels__WeChat__Token"] = Token,
        ["Channels__WeChat__AppId"] = api.AppId,
        ["Channels__WeChat__AppSecret"] = api.AppSecret,
        ["Channels__WeChat__ApiBaseUrl"] = api.BaseUrl.ToString(),
        ["Channels__WeChat__ReservedForPeople"] = "0",
    };

    /// <summary>Asks one question after another; each names a number that its answer repeats.</summary>
    private async Task AskOnAsync(WeChatPlayer player, int retailer, CancellationToken stop)
    {
        for (var question = 1; !stop.IsCancellationRequested; question++)
        {
            var number = $"{1100 + retailer}-{question:0000}";
            var (accepted, reply) = await player.SendTextAsync($"openid-{retailer}", $"{retailer}{question:000000}", $"投诉 {number}", Cancel);
            if (accepted)
            {
                _accepted[number] = true;
            }

            Count(reply);
        }
    }

    private static async Task KillAgainAndAgainAsync(BotProcess bot, HttpClient client)
    {
        var random = new Random(20261124);
        for (var kill = 0; kill < Kills; kill++)
        {
            await Task.Delay(random.Next(100, 1500), Cancel);
            await bot.KillAsync();
            await bot.StartAsync(client, Cancel);
        }

        await Task.Delay(1000, Cancel);
    }

    /// <summary>Waits until nothing is on its way any more.</summary>
    private static async Task SettleAsync(string database)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        timeout.CancelAfter(SettlesWithin);
        await using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly");
        await connection.OpenAsync(timeout.Token);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM inbox WHERE done = 0) + (SELECT COUNT(*) FROM outbox WHERE state IN (0, 1, 2))";
        while ((long)(await command.ExecuteScalarAsync(timeout.Token))! > 0)
        {
            await Task.Delay(200, timeout.Token);
        }
    }

    /// <summary>Takes what came by API as it comes, so that the order is the one a retailer sees.</summary>
    private async Task CountPushedAsync(FakeWeChatApi api, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested || !api.Calls.IsEmpty)
        {
            while (api.Calls.TryDequeue(out var call))
            {
                Count(call.Json.GetProperty("text").GetProperty("content").GetString());
            }

            await Task.Delay(2, CancellationToken.None);
        }
    }

    /// <summary>Counts each number that an answer repeats: an answer may carry an earlier one that was still unsent.</summary>
    private void Count(string? reply)
    {
        foreach (Match match in Number().Matches(reply ?? ""))
        {
            _answers.AddOrUpdate(match.Value, 1, (_, count) => count + 1);
            var numbers = _byRetailer.GetOrAdd(match.Value[..4], _ => []);
            lock (numbers)
            {
                numbers.Add(match.Value);
            }
        }
    }

    private void Report(BotProcess bot)
    {
        var lost = _accepted.Keys.Where(number => !_answers.ContainsKey(number)).Order().ToList();
        var twice = _answers.Where(pair => pair.Value > 1).Select(pair => pair.Key).Order().ToList();
        var uncertain = Uncertain().Count(bot.Log);
        var outOfOrder = _byRetailer.Values.Count(IsOutOfOrder);
        output.WriteLine(
            $"{Kills} kills, {_accepted.Count} accepted, {_answers.Count} answered, {lost.Count} lost, {twice.Count} twice, {uncertain} sent again uncertain, {outOfOrder} out of order");

        Assert.Empty(lost);
        Assert.Equal(0, outOfOrder);
        Assert.True(twice.Count <= uncertain, $"{twice.Count} answered twice, but only {uncertain} were uncertain: {string.Join(", ", twice)}");
        Assert.True(_accepted.Count > Kills * 5, "There was too little load to show anything.");
    }

    /// <summary>Of accepted messages; WeChat told the retailer itself that the others failed.</summary>
    private bool IsOutOfOrder(List<string> numbers)
    {
        var accepted = numbers.Where(_accepted.ContainsKey).Distinct().ToList();
        return !accepted.SequenceEqual(accepted.Order());
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{4}")]
    private static partial Regex Number();

    [GeneratedRegex("is sent again")]
    private static partial Regex Uncertain();
}
