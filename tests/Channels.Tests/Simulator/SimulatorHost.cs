using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

/// <summary>A server with the real callback, the player that posts to it, and the stand-in for WeChat's API.</summary>
internal sealed class SimulatorHost : IAsyncDisposable
{
    public const string Phone = "sim_1";
    public const string Secret = "not-a-real-secret";

    private readonly WebApplication _app;

    private SimulatorHost(WebApplication app) => _app = app;

    public required FakeInbox Inbox { get; init; }

    public required ObservedTime Time { get; init; }

    public HttpClient Client => _app.GetTestClient();

    public WeChatPlayer Player => _app.Services.GetRequiredService<WeChatPlayer>();

    public WeChatPhones Phones => _app.Services.GetRequiredService<WeChatPhones>();

    public IReplySender Sender => _app.Services.GetRequiredService<IReplySender>();

    public static async Task<SimulatorHost> StartAsync(string mode = "secure", params (string Key, string? Value)[] settings)
    {
        var time = new ObservedTime(WeChatHost.Start);
        var inbox = new FakeInbox(time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(Settings(mode, settings));
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(new FakeReports());
        builder.Services.AddSingleton<ISharedTokens>(new FakeSharedTokens(time));
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddWeChatSimulator(builder.Configuration);
        builder.Services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(
            provider => ((TestServer)provider.GetRequiredService<IServer>()).CreateHandler()));
        var _app = builder.Build();
        _app.UseRouting();
        _app.MapChannels();
        _app.MapWeChatStandIn();
        Listen(_app, "http://*:5080");
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return new SimulatorHost(_app) { Inbox = inbox, Time = time };
    }

    /// <summary>Every message is answered with this at once.</summary>
    public void AlwaysAnswer(params ReplyPart[] parts) => Inbox.Always = Inbox.Ready(new Reply(parts));

    public Task<PlayedPush> PushAsync(PhoneAct act) => Player.PushAsync(Phone, act, TestContext.Current.CancellationToken);

    public async Task<string> FetchTokenAsync() =>
        (await PostAsync("/cgi-bin/stable_token", TokenRequest())).GetProperty("access_token").GetString()!;

    public static string TokenRequest(string appId = WeChatHost.AppId, string secret = Secret) =>
        $$"""{"grant_type":"client_credential","appid":"{{appId}}","secret":"{{secret}}","force_refresh":false}""";

    public async Task<JsonElement> PostAsync(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        var response = await Client.PostAsync(
            new Uri("/simulator/wechat-api" + path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return JsonSerializer.Deserialize<JsonElement>(
            await response.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static void Listen(WebApplication _app, string address)
    {
        var addresses = new ListeningAddresses();
        addresses.Addresses.Add(address);
        _app.Services.GetRequiredService<IServer>().Features.Set<IServerAddressesFeature>(addresses);
    }

    private static Dictionary<string, string?> Settings(string mode, (string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Channels:WeChat:AppId"] = WeChatHost.AppId,
            ["Channels:WeChat:AppSecret"] = Secret,
            ["Channels:WeChat:Token"] = WeChatHost.Token,
            ["Channels:WeChat:EncodingAesKey"] = WeChatHost.Key,
            ["Channels:WeChat:Mode"] = mode,
            ["Channels:WeChat:ApiBaseUrl"] = "http://localhost:5080/simulator/wechat-api",
        };
        foreach (var (key, value) in settings)
        {
            all[key] = value;
        }

        return all;
    }

    private sealed class ListeningAddresses : IServerAddressesFeature
    {
        public ICollection<string> Addresses { get; } = [];

        public bool PreferHostingUrls { get; set; }
    }
}
