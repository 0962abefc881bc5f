using System.Net;
using System.Text;
using ServiceBot.Fixtures;

namespace ServiceBot.Journeys;

/// <summary>Outside Development nobody can play WeChat or read binding codes.</summary>
public sealed class SimulatorAbsenceJourney
{
    private static readonly Dictionary<string, string> Production = new()
    {
        ["DOTNET_ENVIRONMENT"] = "Production",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Channels__WeChat__AppId"] = "wx0000000000000001",
        ["Channels__WeChat__AppSecret"] = "journey-secret",
        ["Channels__WeChat__Token"] = "journeyToken",
        ["Channels__WeChat__Mode"] = "plain",
    };

    [Fact]
    public async Task Production_knows_no_address_of_the_simulator()
    {
        using var folder = new TemporaryFolder();
        using var client = new HttpClient();
        await using var bot = new BotProcess(folder.Path, Production);
        TrainedModels.Restore(folder.Path);
        await bot.StartAsync(client, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Get, "/simulator"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Get, "/simulator/page/app.js"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Get, "/simulator/api/setup"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Post, "/simulator/api/phones"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Post, "/simulator/wechat-api/cgi-bin/stable_token"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Post, "/simulator/twilio-api/2010-04-01/Accounts/AC1/Messages.json"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Post, "/simulator/api/sms/13800001123"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusOfAsync(HttpMethod.Post, "/channels/sms"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusOfAsync(HttpMethod.Get, "/channels/wechat"));

        async Task<HttpStatusCode> StatusOfAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, new Uri(bot.Address, path));
            request.Content = method == HttpMethod.Post ? new StringContent("{}", Encoding.UTF8, "application/json") : null;
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return response.StatusCode;
        }
    }
}
