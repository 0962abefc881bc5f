using System.Net;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>
/// The main job from end to end against the real program: a signed, encrypted message in, this retailer's own figures back,
/// encrypted.
/// </summary>
public sealed class WeChatJourney(PostgresServer postgres, RedisServer redis)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(BackendKind.SqliteAndGarnet)]
    [InlineData(BackendKind.PostgresAndRedis)]
    public async Task Retailer_binds_and_asks_and_gets_the_right_figure(BackendKind backend)
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = await StartAsync(folder, backend, client);
        var wechat = new SecureWeChat(client, bot.Address);

        var stranger = await wechat.SendAsync("oRetailer", "软中华这周还能订几条", Cancel);
        var sent = await wechat.SendAsync("oRetailer", "330106100123", Cancel);
        var bound = await wechat.SendAsync("oRetailer", await SimulatedSms.CodeAsync(client, bot.Address, Cancel), Cancel);
        var answer = await wechat.SendAsync("oRetailer", "软中华这周还能订几条", Cancel);
        var why = await wechat.SendAsync("oRetailer", "为什么", Cancel);

        Assert.DoesNotMatch("[0-9]+ 条", stranger);
        Assert.Contains("验证码已发到尾号", sent, StringComparison.Ordinal);
        Assert.Contains("绑定成功", bound, StringComparison.Ordinal);
        Assert.StartsWith("中华(软)：还可订 3 条\n限量 6 条（20档·城网），已订 3 条", answer, StringComparison.Ordinal);
        Assert.Contains("增投：2 条", why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeat_of_a_push_gets_the_same_answer_and_is_one_turn()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = await StartAsync(folder, BackendKind.SqliteAndGarnet, client);
        var wechat = new SecureWeChat(client, bot.Address);

        var answers = new List<string>();
        for (var attempt = 0; attempt < 3; attempt++)
        {
            answers.Add((await wechat.PushAsync("oRepeat", "人工", "77", Cancel)).Reply);
        }

        Assert.Single(answers.Distinct());
        var metrics = await client.GetStringAsync(new Uri(bot.Address, "/metrics"), Cancel);
        Assert.Matches("servicebot_turns_total{[^}]*channel=\"wechat\"[^}]*} 1\\s", metrics);
    }

    [Fact]
    public async Task Answer_after_a_kill_and_a_restart_is_the_same()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = await StartAsync(folder, BackendKind.SqliteAndGarnet, client);
        var before = await new SecureWeChat(client, bot.Address).PushAsync("oRestart", "热线", "1", Cancel);

        await bot.KillAsync();
        await bot.StartAsync(client, Cancel);

        Assert.Equal(before.Reply, (await new SecureWeChat(client, bot.Address).PushAsync("oRestart", "热线", "1", Cancel)).Reply);
    }

    [Fact]
    public async Task Unsigned_push_is_refused_with_an_empty_401()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = await StartAsync(folder, BackendKind.SqliteAndGarnet, client);

        using var response = await client.PostAsync(
            new Uri(bot.Address, "/channels/wechat?timestamp=1&nonce=2&msg_signature=3&encrypt_type=aes"),
            new StringContent("<xml><ToUserName>a</ToUserName><Encrypt>b</Encrypt></xml>"),
            Cancel);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancel));
        Assert.DoesNotContain(SecureWeChat.Token, bot.Log, StringComparison.Ordinal);
    }

    private async Task<BotProcess> StartAsync(TemporaryFolder folder, BackendKind backend, HttpClient client)
    {
        TestEnvironment.RequireProgram("node");
        TrainedModels.Restore(folder.Path);
        var bot = new BotProcess(folder.Path, await Backends.SettingsAsync(backend, postgres, redis));
        await bot.StartAsync(client, Cancel);
        TrainedModels.Keep(folder.Path);
        return bot;
    }
}
