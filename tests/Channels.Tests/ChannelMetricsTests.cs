using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests;

public sealed class ChannelMetricsTests
{
    [Fact]
    public void Counts_carry_channel_and_kind_reason_or_result()
    {
        using var provider = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var factory = provider.GetRequiredService<IMeterFactory>();
        var counted = new List<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, to) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
            {
                to.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => counted.Add(
            $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}"));
        listener.Start();
        var metrics = new ChannelMetrics(factory);

        metrics.Received(ChannelNames.WeChat, "report");
        metrics.Refused(ChannelNames.WeChat, "signature");
        metrics.Sent(ChannelNames.WeChat, "api", "delivered", 2);

        Assert.Equal(
            [
                "servicebot.channels.received 1 wechat report",
                "servicebot.channels.refused 1 wechat signature",
                "servicebot.channels.sent 2 wechat api delivered",
            ],
            counted);
    }
}
