using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Sms;

/// <summary>What text messages cost: providers bill by the segment.</summary>
internal sealed class SmsMetrics
{
    private readonly Counter<long> _segments;
    private readonly Counter<double> _cost;
    private readonly decimal _price;

    public SmsMetrics(IMeterFactory meters, IOptions<SmsOptions> options)
    {
        var meter = meters.Create(ChannelMetrics.MeterName);
        _segments = meter.CreateCounter<long>("servicebot.channels.sms_segments", "{segment}", "Segments handed to the provider.");
        _cost = meter.CreateCounter<double>("servicebot.channels.sms_cost", "CNY", "What they cost, at PricePerSegment.");
        _price = options.Value.PricePerSegment;
    }

    /// <summary>A message of so many segments went out.</summary>
    public void Sent(int segments)
    {
        _segments.Add(segments);
        _cost.Add((double)(segments * _price));
    }
}
