using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Qq;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Qq;

/// <summary>The QQ channel behind a test server, with a QQ that signs what it posts and an API that answers as told.</summary>
internal sealed class QqHost : IAsyncDisposable
{
    public const string Secret = "DG5g3B4j9X2KOErG";
    public const string AppId = "102005927";
    public const string Group = "C9F778FE6ADF9D1D1DBE395BF744A33A";
    public const string Member = "E4F4AEA33253A2797FB897C50B81D7ED";

    private readonly WebApplication _app;

    private QqHost(WebApplication app) => (_app, Client) = (app, app.GetTestClient());

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public required FakeInbox Inbox { get; init; }

    public required FakeTimeProvider Time { get; init; }

    public required CapturedLog Log { get; init; }

    public required FakeQqApi Api { get; init; }

    public HttpClient Client { get; }

    public IReplySender Sender => _app.Services.GetRequiredService<IReplySender>();

    public static async Task<QqHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var (inbox, log, api) = (new FakeInbox(time), new CapturedLog(), new FakeQqApi());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(Settings(settings));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(new FakeReports());
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddHttpClient(QqHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => api);
        var app = builder.Build();
        app.UseRouting();
        app.MapChannels();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new QqHost(app) { Inbox = inbox, Time = time, Log = log, Api = api };
    }

    /// <summary>An event in a group that speaks to the bot.</summary>
    public static string GroupMessage(string content, string id = "ROBOT1.0_1", string type = "GROUP_AT_MESSAGE_CREATE") =>
        JsonSerializer.Serialize(new
        {
            id = "event-1",
            op = 0,
            s = 42,
            t = type,
            d = new
            {
                id,
                content,
                timestamp = "2025-11-24T23:59:58+08:00",
                group_openid = Group,
                author = new { id = Member, member_openid = Member },
            },
        });

    /// <summary>Posts a body signed for now.</summary>
    public Task<HttpResponseMessage> PushAsync(string body) => PushAsync(body, Time.GetUtcNow());

    /// <summary>Posts a body signed for an instant, or with a signature of the test's own.</summary>
    public Task<HttpResponseMessage> PushAsync(string body, DateTimeOffset at, string? signature = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return PostAsync(new StringContent(body, Encoding.UTF8, "application/json"), timestamp, signature ?? new QqSignature(Secret).Sign(timestamp + body));
    }

    /// <summary>Posts whatever it is.</summary>
    public Task<HttpResponseMessage> PostAsync(HttpContent content, string? timestamp = null, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/channels/qq", UriKind.Relative)) { Content = content };
        request.Headers.TryAddWithoutValidation("X-Signature-Timestamp", timestamp);
        request.Headers.TryAddWithoutValidation("X-Signature-Ed25519", signature);
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static Dictionary<string, string?> Settings((string Key, string? Value)[] settings)
    {
        var all = new Dictionary<string, string?> { ["Channels:Qq:AppId"] = AppId, ["Channels:Qq:Secret"] = Secret };
        foreach (var (key, value) in settings)
        {
            all["Channels:Qq:" + key] = value;
        }

        return all;
    }
}

/// <summary>QQ's API in memory: hands out tokens and answers messages as the test says.</summary>
internal sealed class FakeQqApi : HttpMessageHandler
{
    private int _tokens;

    /// <summary>What was sent: path, access token and body.</summary>
    public ConcurrentQueue<(string Path, string Token, JsonElement Body)> Sent { get; } = new();

    /// <summary>The answers to the next messages, in order; a message id once there are none.</summary>
    public Queue<Func<HttpResponseMessage>> Next { get; } = new();

    /// <summary>The answer to the next request for a token, in place of one.</summary>
    public string? TokenAnswer { get; set; }

    public int TokensGiven => _tokens;

    public static Func<HttpResponseMessage> Refusal(int code, HttpStatusCode status = HttpStatusCode.BadRequest) => () => new(status)
    {
        Content = new StringContent($$"""{"message":"no","code":{{code}},"err_code":{{code}},"trace_id":"t"}"""),
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = JsonSerializer.Deserialize<JsonElement>(await request.Content!.ReadAsStringAsync(cancellationToken));
        if (request.RequestUri!.AbsolutePath == "/app/getAppAccessToken")
        {
            return Ok(TokenAnswer ?? $$"""{"access_token":"token{{Interlocked.Increment(ref _tokens)}}","expires_in":"7200"}""");
        }

        Sent.Enqueue((request.RequestUri.AbsolutePath, request.Headers.Authorization!.ToString(), body));
        return Next.TryDequeue(out var answer) ? answer() : Ok("""{"id":"m1","timestamp":"2025-11-24T23:59:59+08:00"}""");
    }

    private static HttpResponseMessage Ok(string json) => new(HttpStatusCode.OK) { Content = new StringContent(json) };
}
