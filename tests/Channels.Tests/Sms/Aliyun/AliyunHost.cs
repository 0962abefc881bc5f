using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Tests.WeChat;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Sms.Aliyun;

/// <summary>The SMS channel with Aliyun behind a real server (a test server knows no addresses), and a stand-in for its API.</summary>
internal sealed class AliyunHost : IAsyncDisposable
{
    public const string Secret = "a-secret-path-of-24-chars";
    public const string UpPath = "/channels/sms/up/" + Secret;
    public const string ReportPath = "/channels/sms/report/" + Secret;
    /// <summary>The value of a key that is to be taken away.</summary>
    public const string None = "(none)";

    public const string KeyId = "LTAI-test";
    public const string KeySecret = "key-secret";

    private readonly WebApplication _app;

    private AliyunHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public required FakeInbox Inbox { get; init; }

    public required FakeReports Reports { get; init; }

    public required CapturedLog Log { get; init; }

    public required FakeAliyunApi Api { get; init; }

    public HttpClient Client { get; }

    public IReplySender Sender => _app.Services.GetRequiredService<IReplySender>();

    public static async Task<AliyunHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var (inbox, reports, log) = (new FakeInbox(time), new FakeReports(), new CapturedLog());
        var api = await FakeAliyunApi.StartAsync(TestContext.Current.CancellationToken);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddInMemoryCollection(Settings([("ApiBaseUrl", api.BaseUrl.AbsoluteUri), .. settings]));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);

        // The test's own client and the framework name the path; in the settings both are quiet.
        builder.Logging.AddFilter("System.Net.Http", LogLevel.None).AddFilter("Microsoft.AspNetCore", LogLevel.None);
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(reports);
        builder.Services.AddChannels(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.MapChannels();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var client = app.Services.GetRequiredService<IHttpClientFactory>().CreateClient();
        client.BaseAddress = new Uri(app.Urls.First());
        return new AliyunHost(app, client) { Inbox = inbox, Reports = reports, Log = log, Api = api };
    }

    /// <summary>The section as tests set it; <see cref="None"/> takes a key away.</summary>
    public static Dictionary<string, string?> Settings(params (string Key, string? Value)[] settings)
    {
        (string Key, string? Value)[] all =
        [
            ("AccessKeyId", KeyId), ("AccessKeySecret", KeySecret), ("SignName", "示范烟草"), ("ReceiveSecret", Secret),
            ("AllowedAddresses:0", "127.0.0.0/8"), ("Templates:answer:Code", "SMS_1"), ("Templates:bind.code:Code", "SMS_2"),
            ("Templates:bind.code:Variables:code", "verify"), .. settings,
        ];
        var values = new Dictionary<string, string?> { ["Channels:Sms:Provider"] = "aliyun" };
        foreach (var (key, value) in all)
        {
            values["Channels:Sms:Aliyun:" + key] = value;
        }

        return values.Where(pair => pair.Value != None).ToDictionary();
    }

    public async Task<(HttpStatusCode Status, string Body)> PostAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        await Api.DisposeAsync();
    }
}
