using System.Diagnostics.Metrics;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels;

/// <summary>What the channels count. Labels take few values: a kind, a reason or a result, never an id.</summary>
internal sealed class ChannelMetrics
{
    /// <summary>The meter's name, for exporters.</summary>
    public const string MeterName = "ServiceBot.Channels";

    private readonly Counter<long> _received;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _sent;
    private readonly UpDownCounter<long> _open;

    public ChannelMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _received = meter.CreateCounter<long>("servicebot.channels.received", "{message}", "Callbacks taken, by kind.");
        _refused = meter.CreateCounter<long>("servicebot.channels.refused", "{message}", "Callbacks refused, by reason.");
        _sent = meter.CreateCounter<long>("servicebot.channels.sent", "{message}", "Messages sent, by way and result.");
        _open = meter.CreateUpDownCounter<long>("servicebot.channels.open", "{stream}", "Streams open in this process.");
    }

    /// <summary>A message or event came in.</summary>
    public void Received(string channel, Inbound inbound) => Received(channel, KindOf(inbound));

    /// <summary>Something came in that is not a message.</summary>
    public void Received(string channel, string kind) =>
        _received.Add(1, new("channel", channel), new("kind", kind));

    /// <summary>A callback was refused.</summary>
    public void Refused(string channel, string reason) =>
        _refused.Add(1, new("channel", channel), new("reason", reason));

    /// <summary>A message went out, or failed to; <paramref name="way"/> is <c>passive</c> or <c>api</c>.</summary>
    public void Sent(string channel, string way, string result, int count = 1) =>
        _sent.Add(count, new("channel", channel), new("way", way), new("result", result));

    /// <summary>A stream to a client was opened, or with -1 ended.</summary>
    public void Opened(string channel, int count) => _open.Add(count, new KeyValuePair<string, object?>("channel", channel));

    /// <summary>A try to send by API ended so.</summary>
    public void Tried(string channel, DeliveryResult result) => Sent(channel, "api", result switch
    {
        DeliveryResult.Delivered => "delivered",
        DeliveryResult.Retry => "retry",
        DeliveryResult.WaitForContact => "waiting",
        _ => "given_up",
    });

    private static string KindOf(Inbound inbound) => inbound switch
    {
        Inbound.Text => "text",
        Inbound.Voice => "voice",
        Inbound.Picture => "picture",
        Inbound.Video => "video",
        Inbound.Location => "location",
        Inbound.Link => "link",
        Inbound.MenuTap => "menu",
        Inbound.Followed => "followed",
        Inbound.Unfollowed => "unfollowed",
        Inbound.Scanned => "scanned",
        Inbound.OptedOut => "opted_out",
        Inbound.OptedIn => "opted_in",
        _ => "unsupported",
    };
}
