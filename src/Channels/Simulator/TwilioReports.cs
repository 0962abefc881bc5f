using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Simulator;

/// <summary>A delivery to report.</summary>
internal sealed record StandInDelivery(string StatusCallback, string MessageSid, string To);

/// <summary>Reports the stand-in's deliveries to the real callback, as Twilio does some time after it took a message.</summary>
internal sealed class TwilioReports(TwilioPoster poster, IOptions<SmsOptions> options) : BackgroundService
{
    private static readonly string[] Stages = ["sent", "delivered"];

    private readonly Channel<StandInDelivery> _due = Channel.CreateUnbounded<StandInDelivery>();

    /// <summary>Reports this one soon.</summary>
    public void Add(StandInDelivery delivery) => _due.Writer.TryWrite(delivery);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var delivery in _due.Reader.ReadAllAsync(stoppingToken))
        {
            foreach (var stage in Stages)
            {
                await poster.PostAsync(new Uri(delivery.StatusCallback).PathAndQuery, FieldsOf(delivery, stage), stoppingToken);
            }
        }
    }

    private List<KeyValuePair<string, string>> FieldsOf(StandInDelivery delivery, string stage) =>
    [
        new("SmsSid", delivery.MessageSid), new("SmsStatus", stage), new("MessageStatus", stage), new("To", delivery.To),
        new("MessageSid", delivery.MessageSid), new("AccountSid", options.Value.AccountSid), new("From", options.Value.From ?? ""),
        new("ApiVersion", "2010-04-01"),
    ];
}
