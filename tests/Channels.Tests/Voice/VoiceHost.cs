using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Tests.WeChat;
using ServiceBot.Channels.Twilio;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Voice;

/// <summary>The service phone number behind a test server.</summary>
internal sealed class VoiceHost : IAsyncDisposable
{
    public const string Account = "AC0123456789abcdef0123456789abcdef";
    public const string Token = "not-a-real-token";
    public const string BaseUrl = "https://bot.example.cn";
    public const string CallSid = "CA0123456789abcdef0123456789abcdef";
    public const string Phone = "13800001111";

    private readonly WebApplication _app;

    private VoiceHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public static CallPrompts Prompts { get; } = new()
    {
        Welcome = "您好",
        Press = "{what}请按{key}",
        MenuItems = new Dictionary<string, string>
        {
            ["supply_quota"] = "限量",
            ["settlement_balance"] = "余额",
            ["new_brand"] = "新品",
            ["hotline"] = "热线",
            ["complaint"] = "投诉",
            ["human_handoff"] = "经理",
            ["order_day"] = "订货日",
        },
        Again = "重听按九",
        Back = "菜单按零",
        LeaveDigits = "菜单按零和井号",
        LeaveRecording = "不留按零",
        NothingHeard = "没听到",
        UnknownKey = "没有这个键",
        OneMoment = "请稍等",
        TooSlow = "太慢了",
        OutOfService = "出故障了",
        Goodbye = "再见",
    };

    public required FakeInbox Inbox { get; init; }

    public required ObservedTime Time { get; init; }

    public required CapturedLog Log { get; init; }

    public HttpClient Client { get; }

    public static async Task<VoiceHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new ObservedTime(Start);
        var inbox = new FakeInbox(time);
        var log = new CapturedLog();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());

        // Not the test server: it knows no raw target, and that is what is signed.
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings(settings));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRoutingCore().AddHttpClient();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton(Prompts);
        builder.Services.AddChannels(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.MapChannels();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = new Uri(app.Urls.Single());
        return new VoiceHost(app, client) { Inbox = inbox, Time = time, Log = log };
    }

    /// <summary>A call played by the npm package.</summary>
    public TwilioCall Call(string from = "+86" + Phone) =>
        new(Client, Client.BaseAddress!, new TwilioLine(BaseUrl, Account, Token, from));

    /// <summary>One step, signed by ourselves.</summary>
    public Task<HttpResponseMessage> PostAsync(string target, params (string Name, string Value)[] more) =>
        PostSignedAsync(target, Fields(more), Token);

    public Task<HttpResponseMessage> PostSignedAsync(string target, List<KeyValuePair<string, string>> fields, string token) =>
        PostAsync(target, new FormUrlEncodedContent(fields), TwilioSignature.Sign(token, BaseUrl + target, fields));

    public async Task<HttpResponseMessage> PostAsync(
        string target, HttpContent content, string signature, CancellationToken? hangUp = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation(TwilioRequest.SignatureHeader, signature);
        return await Client.SendAsync(request, hangUp ?? TestContext.Current.CancellationToken);
    }

    /// <summary>The fields that every step has, those given taking their place.</summary>
    public static List<KeyValuePair<string, string>> Fields(params (string Name, string Value)[] more)
    {
        var fields = new Dictionary<string, string>
        {
            ["CallSid"] = CallSid, ["AccountSid"] = Account, ["From"] = "+86" + Phone, ["To"] = "+8657180000100", ["CallStatus"] = "in-progress",
        };
        foreach (var (name, value) in more)
        {
            fields[name] = value;
        }

        return [.. fields];
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Dictionary<string, string?> Settings((string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Channels:Voice:AccountSid"] = Account,
            ["Channels:Voice:AuthToken"] = Token,
            ["Channels:Voice:PublicBaseUrl"] = BaseUrl,
        };
        foreach (var (key, value) in settings)
        {
            all["Channels:Voice:" + key] = value;
        }

        return all;
    }
}
