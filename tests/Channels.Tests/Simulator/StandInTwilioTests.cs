using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ServiceBot.Channels.Tests.Sms;

namespace ServiceBot.Channels.Tests.Simulator;

public sealed class StandInTwilioTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("abc", "hi", 21211)]
    [InlineData("", "hi", 21211)]
    [InlineData("+8613800138000", "", 21602)]
    public async Task Create_outside_the_rules_is_refused_with_Twilios_code(string to, string body, int code)
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        var (status, answer) = await CreateAsync(host, to, body);

        Assert.Equal((HttpStatusCode.BadRequest, code), (status, answer.GetProperty("code").GetInt32()));
        Assert.Equal(0, host.Phones.Last);
    }

    [Fact]
    public async Task Create_too_long_is_refused()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        var (_, answer) = await CreateAsync(host, "+8613800138000", new string('长', 1601));

        Assert.Equal(21617, answer.GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData(SmsSettings.Account, "wrong", HttpStatusCode.Unauthorized, 20003)]
    [InlineData("AC2", SmsSettings.Token, HttpStatusCode.NotFound, 20404)]
    public async Task Create_for_another_account_is_refused(string account, string token, HttpStatusCode expected, int code)
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        var (status, answer) = await CreateAsync(host, "+8613800138000", "hi", account, token);

        Assert.Equal((expected, code), (status, answer.GetProperty("code").GetInt32()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Answer)> CreateAsync(
        TwilioSimulatorHost host, string to, string body, string account = SmsSettings.Account, string token = SmsSettings.Token)
    {
        using var form = new FormUrlEncodedContent([new("To", to), new("Body", body), new("From", SmsSettings.Number)]);
        using var request = new HttpRequestMessage(
            HttpMethod.Post, new Uri(host.Address, $"/simulator/twilio-api/2010-04-01/Accounts/{account}/Messages.json")) { Content = form };
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SmsSettings.Account}:{token}")));
        using var response = await host.Clients.CreateClient().SendAsync(request, Cancelled);
        return (response.StatusCode, JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync(Cancelled)));
    }
}
