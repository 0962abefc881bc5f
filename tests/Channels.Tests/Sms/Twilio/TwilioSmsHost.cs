using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Tests.WeChat;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Tests.Sms.Twilio;

/// <summary>
/// The SMS channel behind a real server (a test server has no raw target), and a Twilio that signs what it posts.
/// </summary>
internal sealed class TwilioSmsHost : IAsyncDisposable
{
    public const string Path = "/channels/sms";
    public const string StatusPath = "/channels/sms/status";

    private readonly WebApplication _app;

    private TwilioSmsHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public required FakeInbox Inbox { get; init; }

    public required FakeReports Reports { get; init; }

    public required CapturedLog Log { get; init; }

    public HttpClient Client { get; }

    public static async Task<TwilioSmsHost> StartAsync(params (string Key, string? Value)[] settings)
    {
        var time = new FakeTimeProvider(Start);
        var (inbox, reports, log) = (new FakeInbox(time), new FakeReports(), new CapturedLog());
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Configuration.AddConfiguration(SmsSettings.Configuration(settings));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
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
        return new TwilioSmsHost(app, client) { Inbox = inbox, Reports = reports, Log = log };
    }

    /// <summary>A form as Twilio posts it for a text message, with the given fields in place of or beside its own.</summary>
    public static Dictionary<string, string> Message(string body, params (string Name, string Value)[] fields) => With(
        new()
        {
            ["ToCountry"] = "US", ["ToState"] = "", ["SmsMessageSid"] = "SM1", ["NumMedia"] = "0", ["ToCity"] = "",
            ["SmsSid"] = "SM1", ["SmsStatus"] = "received", ["FromCountry"] = "CN", ["MessageSid"] = "SM1",
            ["AccountSid"] = SmsSettings.Account, ["From"] = "+8613800138000", ["To"] = SmsSettings.Number,
            ["Body"] = body, ["NumSegments"] = "1", ["ApiVersion"] = "2010-04-01", ["SomethingNew"] = "x y",
        },
        fields);

    /// <summary>A form as Twilio posts it for a delivery report.</summary>
    public static Dictionary<string, string> Status(string status, params (string Name, string Value)[] fields) => With(
        new()
        {
            ["MessageSid"] = "SM7", ["SmsSid"] = "SM7", ["MessageStatus"] = status, ["SmsStatus"] = status,
            ["AccountSid"] = SmsSettings.Account, ["From"] = SmsSettings.Number, ["To"] = "+8613800138000", ["ApiVersion"] = "2010-04-01",
        },
        fields);

    /// <summary>Posts a form with its right signature, or the given one.</summary>
    public Task<HttpResponseMessage> PostAsync(string target, Dictionary<string, string> form, string? signature = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target, UriKind.Relative)) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add("X-Twilio-Signature", signature ?? TwilioSignature.Sign(SmsSettings.Token, SmsSettings.Public + target, form));
        request.Headers.Add("I-Twilio-Idempotency-Token", "11111111-1111-1111-1111-111111111111");
        return Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
    }

    private static Dictionary<string, string> With(Dictionary<string, string> form, (string Name, string Value)[] fields)
    {
        foreach (var (name, value) in fields)
        {
            form[name] = value;
        }

        return form;
    }
}
