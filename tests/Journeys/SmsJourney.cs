using System.Net;
using ServiceBot.Fixtures;
using ServiceBot.Journeys.AllChannels;

namespace ServiceBot.Journeys;

/// <summary>
/// A text message from end to end against the real program, with a stand-in for Twilio's API beside it: signed in, answered
/// once by REST, however often it comes.
/// </summary>
public sealed class SmsJourney
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Question_is_answered_once_by_the_api_though_it_is_replayed()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var api = await FakeTwilioApi.StartAsync(TimeProvider.System, Cancel);
        await using var bot = await StartAsync(folder, api, client);

        var statuses = new List<HttpStatusCode>();
        foreach (var (id, words) in new[] { ("SM1", "热线"), ("SM1", "热线"), ("SM1", "热线"), ("SM2", "人工") })
        {
            statuses.Add(await PostAsync(client, bot, api, "/channels/sms", Message(api, id, words)));
        }

        await UntilAsync(() => api.Messages.Count >= 2);
        Assert.All(statuses, status => Assert.Equal(HttpStatusCode.OK, status));
        var answers = api.Messages.ToList();
        Assert.Equal(2, answers.Count);
        Assert.Contains("12313", answers[0].Body, StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.True(answer.Body.Length <= 134, answer.Body));
    }

    [Fact]
    public async Task Delivery_report_is_taken_in_any_order_and_a_forged_one_is_not()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var api = await FakeTwilioApi.StartAsync(TimeProvider.System, Cancel);
        await using var bot = await StartAsync(folder, api, client);
        await PostAsync(client, bot, api, "/channels/sms", Message(api, "SM1", "热线"));
        await UntilAsync(() => !api.Messages.IsEmpty);
        var target = new Uri(Assert.Single(api.Messages).StatusCallback!).PathAndQuery;

        foreach (var status in new[] { "delivered", "sent", "delivered" })
        {
            Assert.Equal(HttpStatusCode.OK, await PostAsync(client, bot, api, target, Report(api, status)));
        }

        Assert.Equal(
            HttpStatusCode.Unauthorized, await PostAsync(client, bot, api, target, Report(api, "failed"), token: "guessed"));
    }

    private static Dictionary<string, string> Message(FakeTwilioApi api, string id, string words) => new()
    {
        ["MessageSid"] = id, ["AccountSid"] = api.AccountSid, ["From"] = "+8613800001123", ["To"] = "+15005550001",
        ["Body"] = words, ["NumMedia"] = "0",
    };

    private static Dictionary<string, string> Report(FakeTwilioApi api, string status) => new()
    {
        ["MessageSid"] = api.Messages.First().Sid, ["MessageStatus"] = status, ["AccountSid"] = api.AccountSid,
    };

    private static Task<HttpStatusCode> PostAsync(
        HttpClient client, BotProcess bot, FakeTwilioApi api, string target, Dictionary<string, string> form, string? token = null) =>
        TwilioPost.SendAsync(client, bot.Address, target, form, token ?? api.AuthToken);

    private static async Task UntilAsync(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(50, Cancel);
        }
    }

    private static async Task<BotProcess> StartAsync(TemporaryFolder folder, FakeTwilioApi api, HttpClient client)
    {
        TrainedModels.Restore(folder.Path);
        var bot = new BotProcess(folder.Path, TwilioPost.SettingsFor(api));
        await bot.StartAsync(client, Cancel);
        TrainedModels.Keep(folder.Path);
        return bot;
    }
}
