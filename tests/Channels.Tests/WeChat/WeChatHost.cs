using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>The WeChat channel behind a test server, and a WeChat that signs and encrypts what it pushes.</summary>
internal sealed class WeChatHost : IAsyncDisposable
{
    public const string AppId = "wx2c2769f8efd9abc2";
    public const string Token = "spamtest";
    public const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    public const string Account = "gh_10f6c3c3ac5a";
    public const string Retailer = "oyORnuP8q7ou2gfYjqLzSIWZf0rs";

    private readonly WebApplication _app;

    private WeChatHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public required FakeInbox Inbox { get; init; }

    public required FakeReports Reports { get; init; }

    public required ObservedTime Time { get; init; }

    public required CapturedLog Log { get; init; }

    public HttpClient Client { get; }

    public WeChatCrypto Crypto { get; } = new(AppId, Key);

    public static async Task<WeChatHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new ObservedTime(Start);
        var inbox = new FakeInbox(time);
        var reports = new FakeReports();
        var log = new CapturedLog();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(Settings(settings));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(reports);
        builder.Services.AddSingleton<ISharedTokens>(new FakeSharedTokens(time));
        builder.Services.AddChannels(builder.Configuration);
        var _app = builder.Build();
        _app.UseRouting();
        _app.MapChannels();
        await _app.StartAsync(TestContext.Current.CancellationToken);
        return new WeChatHost(_app, _app.GetTestClient()) { Inbox = inbox, Reports = reports, Time = time, Log = log };
    }

    /// <summary>Pushes in secure mode.</summary>
    public Task<HttpResponseMessage> PushAsync(string content, CancellationToken? hangUp = null) =>
        PostAsync(SecureQuery(Crypto.Encrypt(content), out var body), body, hangUp);

    /// <summary>Pushes in plain mode.</summary>
    public Task<HttpResponseMessage> PushPlainAsync(string content) => PostAsync(PlainQuery(), content);

    public Task<HttpResponseMessage> PostAsync(string query, string body, CancellationToken? hangUp = null) =>
        Client.PostAsync(
            new Uri("/channels/wechat?" + query, UriKind.Relative),
            new StringContent(body, Encoding.UTF8, "text/xml"),
            hangUp ?? TestContext.Current.CancellationToken);

    public string SecureQuery(string encrypted, out string body)
    {
        body = $"<xml><ToUserName><![CDATA[{Account}]]></ToUserName><Encrypt><![CDATA[{encrypted}]]></Encrypt></xml>";
        var timestamp = Timestamp();
        return $"{PlainQuery()}&encrypt_type=aes&msg_signature={WeChatSignature.Sign(Token, timestamp, "1320562132", encrypted)}";
    }

    public string PlainQuery() => PlainQuery(Timestamp());

    public static string PlainQuery(string timestamp) =>
        $"signature={WeChatSignature.Sign(Token, timestamp, "1320562132")}&timestamp={timestamp}&nonce=1320562132&openid={Retailer}";

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private string Timestamp() => Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static Dictionary<string, string?> Settings((string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Channels:WeChat:AppId"] = AppId,
            ["Channels:WeChat:AppSecret"] = "not-a-real-secret",
            ["Channels:WeChat:Token"] = Token,
            ["Channels:WeChat:EncodingAesKey"] = Key,
        };
        foreach (var (key, value) in settings)
        {
            all["Channels:WeChat:" + key] = value;
        }

        return all;
    }
}
