using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms;
using ServiceBot.Channels.Sms.Twilio;
using ServiceBot.Channels.Tests.WeChat;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.Sms.Twilio;

public sealed class TwilioSmsProviderTests : IAsyncLifetime
{
    private static readonly SmsMessage Message = new(42, "13800138000", "还可订 3 条", null);

    private readonly FakeTimeProvider _time = new(TwilioSmsHost.Start);
    private readonly FailingNetwork _network = new();
    private readonly CapturedLog _log = new();
    private FakeTwilioApi _api = null!;
    private ServiceProvider? _services;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _api = await FakeTwilioApi.StartAsync(_time, Cancelled);

    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _api.DisposeAsync();
    }

    [Fact]
    public async Task Send_message_is_created_and_asks_for_reports_on_it()
    {
        var result = await SendAsync(Message);

        var created = Assert.Single(_api.Messages);
        Assert.Equal(new DeliveryResult.Delivered(1, created.Sid), result);
        Assert.Equal(
            ("+8613800138000", SmsSettings.Number, "还可订 3 条", "https://bot.example.cn/channels/sms/status?outbox=42"),
            (created.To, created.Sender, created.Body, created.StatusCallback));
    }

    [Fact]
    public async Task Send_with_a_messaging_service_leaves_the_number_to_it()
    {
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Message, ("MessagingServiceSid", "MG1")));

        Assert.Equal("MG1", Assert.Single(_api.Messages).Sender);
    }

    [Theory]
    [InlineData(429, 20429, 10)]
    [InlineData(400, 30001, 60)]
    [InlineData(400, 30002, 600)]
    [InlineData(401, 20003, 600)]
    [InlineData(404, 20404, 600)]
    public async Task Send_refusal_that_passes_is_tried_again_later(int status, int code, int seconds)
    {
        _api.FailNext(new FakeTwilioFault(status, code));

        var retry = Assert.IsType<DeliveryResult.Retry>(await SendAsync(Message));

        Assert.Equal((0, $"{code}"), (retry.MessagesSent, retry.Code));
        Assert.InRange(retry.After.TotalSeconds, seconds, seconds * 1.5);
    }

    [Fact]
    public async Task Send_too_often_waits_as_long_as_Twilio_says()
    {
        _api.FailNext(new FakeTwilioFault(429, 20429, RetryAfter: 120));

        Assert.InRange(Assert.IsType<DeliveryResult.Retry>(await SendAsync(Message)).After.TotalSeconds, 120, 180);
    }

    [Theory]
    [InlineData(21211)]
    [InlineData(21408)]
    [InlineData(21606)]
    [InlineData(21608)]
    [InlineData(21610)]
    [InlineData(21612)]
    [InlineData(21614)]
    [InlineData(21617)]
    [InlineData(30003)]
    [InlineData(30004)]
    [InlineData(30005)]
    [InlineData(30006)]
    [InlineData(30007)]
    [InlineData(30008)]
    [InlineData(99999)]
    public async Task Send_refusal_that_stays_is_given_up(int code)
    {
        _api.FailNext(new FakeTwilioFault(400, code));

        Assert.Equal(new DeliveryResult.GiveUp(0, $"{code}"), await SendAsync(Message));
    }

    [Fact]
    public async Task Send_to_a_phone_that_opted_out_at_Twilio_is_given_up()
    {
        _api.OptedOut["+8613800138000"] = true;

        Assert.Equal(new DeliveryResult.GiveUp(0, "21610"), await SendAsync(Message));
    }

    [Fact]
    public async Task Send_with_a_wrong_token_is_told_to_the_operator_and_kept()
    {
        var retry = Assert.IsType<DeliveryResult.Retry>(await SendAsync(Message, ("AuthToken", "wrong")));

        Assert.Equal("20003", retry.Code);
        Assert.Contains("Error: Twilio refuses this service (20003). Correct Channels:Sms:AccountSid and AuthToken.", _log.Lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(407)]
    [InlineData(200)]
    public async Task Send_without_an_answer_of_Twilios_is_uncertain(int status)
    {
        _api.FailNext(new FakeTwilioFault(status));

        Assert.Equal(DeliveryCodes.Uncertain, Assert.IsType<DeliveryResult.Retry>(await SendAsync(Message)).Code);
        Assert.Empty(_api.Messages);
    }

    [Fact]
    public async Task Send_again_after_an_uncertain_try_that_arrived_sends_nothing_more()
    {
        _api.FailNext(new FakeTwilioFault(0, Taken: true));

        await SendAsync(Message);
        _time.Advance(TimeSpan.FromSeconds(30));
        var result = await SendAsync(Message with { MayHaveArrived = true });

        Assert.Equal(new DeliveryResult.Delivered(1, Assert.Single(_api.Messages).Sid), result);
    }

    [Fact]
    public async Task Send_again_after_an_uncertain_try_that_got_lost_sends_it()
    {
        _api.FailNext(new FakeTwilioFault(503));

        await SendAsync(Message);
        var result = await SendAsync(Message with { MayHaveArrived = true });

        Assert.Equal(new DeliveryResult.Delivered(1, Assert.Single(_api.Messages).Sid), result);
        Assert.Equal(1, _api.Lookups);
    }

    [Fact]
    public async Task Send_again_does_not_take_an_older_or_another_message_for_its_own()
    {
        await SendAsync(Message);
        _time.Advance(TimeSpan.FromHours(1));
        await SendAsync(Message with { Text = "别的" });
        await SendAsync(Message with { Phone = "13800138001" });

        await SendAsync(Message with { MayHaveArrived = true });

        Assert.Equal(4, _api.Messages.Count);
    }

    [Fact]
    public async Task Send_again_while_Twilio_cannot_be_asked_waits_and_stays_uncertain()
    {
        _api.FailNext(new FakeTwilioFault(503));

        var result = await SendAsync(Message with { MayHaveArrived = true });

        Assert.Equal(DeliveryCodes.Uncertain, Assert.IsType<DeliveryResult.Retry>(result).Code);
        Assert.Empty(_api.Messages);
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.NameResolutionError)]
    public async Task Send_that_never_left_goes_again_at_once_and_then_waits(HttpRequestError error)
    {
        (_network.Error, _network.Failures) = (error, 1);
        Assert.IsType<DeliveryResult.Delivered>(await SendAsync(Message));

        _network.Failures = 2;
        Assert.Equal(
            new DeliveryResult.Retry(0, TimeSpan.FromSeconds(10), "unreachable"), await SendAsync(Message));
        Assert.Single(_api.Messages);
    }

    [Fact]
    public async Task Send_that_broke_off_is_not_sent_again_at_once()
    {
        (_network.Error, _network.Failures) = (HttpRequestError.ResponseEnded, 1);

        Assert.Equal(DeliveryCodes.Uncertain, Assert.IsType<DeliveryResult.Retry>(await SendAsync(Message)).Code);
        Assert.Equal(1, _network.Calls);
    }

    [Fact]
    public async Task Send_to_what_is_no_phone_is_given_up_without_a_call()
    {
        Assert.Equal(new DeliveryResult.GiveUp(0, "not_a_phone"), await SendAsync(Message with { Phone = "self" }));
        Assert.Equal(0, _network.Calls);
    }

    [Fact]
    public async Task Send_counts_segments_and_their_cost()
    {
        var provider = Provider(("PricePerSegment", "0.25"));
        var counted = new Dictionary<string, double>();
        using var listener = Listen(_services!.GetRequiredService<IMeterFactory>(), counted);

        await provider.SendAsync(Message with { Text = new string('中', 134) }, Cancelled);
        _api.FailNext(new FakeTwilioFault(400, 21211));
        await provider.SendAsync(Message, Cancelled);

        Assert.Equal(2, counted["servicebot.channels.sms_segments"]);
        Assert.Equal(0.5, counted["servicebot.channels.sms_cost"]);
    }

    [Fact]
    public async Task Send_logs_no_words_no_phone_and_no_token()
    {
        foreach (var fault in new FakeTwilioFault[] { new(0), new(400, 21211), new(401, 20003), new(503) })
        {
            _api.FailNext(fault);
            await SendAsync(Message);
        }

        Assert.NotEmpty(_log.Lines);
        Assert.DoesNotContain(_log.Lines, line => line.Contains("还可订", StringComparison.Ordinal)
            || line.Contains("13800138000", StringComparison.Ordinal) || line.Contains(SmsSettings.Token, StringComparison.Ordinal));
    }

    private static MeterListener Listen(IMeterFactory factory, Dictionary<string, double> counted)
    {
        void Count(Instrument instrument, double value) => counted[instrument.Name] = counted.GetValueOrDefault(instrument.Name) + value;
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, to) =>
            {
                if (ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    to.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => Count(instrument, value));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => Count(instrument, value));
        listener.Start();
        return listener;
    }

    private Task<DeliveryResult> SendAsync(SmsMessage message, params (string Key, string? Value)[] settings) =>
        Provider(settings).SendAsync(message, Cancelled);

    private ISmsProvider Provider(params (string Key, string? Value)[] settings)
    {
        if (_services is null)
        {
            var services = new ServiceCollection()
                .AddLogging(logging => logging.AddProvider(_log).SetMinimumLevel(LogLevel.Trace))
                .AddSingleton<TimeProvider>(_time)
                .AddChannels(SmsSettings.Configuration([("ApiBaseUrl", _api.BaseUrl.ToString()), .. settings]));
            services.AddHttpClient(TwilioHttp.ClientName).ConfigurePrimaryHttpMessageHandler(() => _network);
            _services = services.BuildServiceProvider();
        }

        return _services.GetRequiredService<ISmsProvider>();
    }
}
