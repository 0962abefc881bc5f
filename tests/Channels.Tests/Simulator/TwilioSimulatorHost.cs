using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.Tests.Sms;
using ServiceBot.Channels.Tests.Sms.Twilio;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

/// <summary>A server with the real SMS callbacks, the player that posts to them, and the stand-in for Twilio's API.</summary>
internal sealed class TwilioSimulatorHost : IAsyncDisposable
{
    public const string Phone = "13800138000";

    private readonly WebApplication _app;

    private TwilioSimulatorHost(WebApplication app) => _app = app;

    public required FakeInbox Inbox { get; init; }

    public required AwaitedReports Reports { get; init; }

    public TwilioPlayer Player => _app.Services.GetRequiredService<TwilioPlayer>();

    public SmsPhones Phones => _app.Services.GetRequiredService<SmsPhones>();

    public Uri Address => new(_app.Urls.First());

    public IHttpClientFactory Clients => _app.Services.GetRequiredService<IHttpClientFactory>();

    public static async Task<TwilioSimulatorHost> StartAsync()
    {
        var time = new FakeTimeProvider(TwilioSmsHost.Start);
        var (inbox, reports) = (new FakeInbox(time), new AwaitedReports());
        var address = $"http://127.0.0.1:{Fixtures.BotProcess.FreePort()}";
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(address);
        builder.Configuration.AddConfiguration(SmsSettings.Configuration(
            ("ApiBaseUrl", "http://localhost:5080/simulator/twilio-api"), ("PublicBaseUrl", "http://localhost:5080")));
        builder.Configuration["urls"] = address;
        builder.Services.AddRoutingCore();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(reports);
        builder.Services.AddChannels(builder.Configuration);
        builder.Services.AddTwilioSimulator();
        var app = builder.Build();
        app.UseRouting();
        app.MapChannels();
        app.MapTwilioStandIn();
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new TwilioSimulatorHost(app) { Inbox = inbox, Reports = reports };
    }

    /// <summary>Sends a reply by the channel's own sender.</summary>
    public Task<DeliveryResult> ReplyAsync(string text, bool mayHaveArrived = false) =>
        _app.Services.GetRequiredService<IReplySender>().SendAsync(
            new OutboundReply(
                42, ConversationKey.Create(ChannelNames.Sms, "codes", Phone), Reply.OfText(text), 0,
                new Contact(ContactKind.None, TwilioSmsHost.Start, 0), FromPerson: false, null, mayHaveArrived),
            TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

/// <summary>Gives delivery reports to a test one by one.</summary>
internal sealed class AwaitedReports : IDeliveryReports
{
    private readonly System.Threading.Channels.Channel<DeliveryReport> _reported =
        System.Threading.Channels.Channel.CreateUnbounded<DeliveryReport>();

    public Task ReportAsync(DeliveryReport report, CancellationToken cancellationToken)
    {
        _reported.Writer.TryWrite(report);
        return Task.CompletedTask;
    }

    public ValueTask<DeliveryReport> NextAsync() => _reported.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
