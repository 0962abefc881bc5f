using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ServiceBot.Channels.Simulator;

namespace ServiceBot.Bot.Simulator;

/// <summary>
/// What reaches the page unasked: a message by WeChat's API, or a text message of any phone. The first event holds neither,
/// but the number of the last text message before the page listened.
/// </summary>
internal sealed record SimulatorEvent(PhoneEvent? Phone = null, SmsEvent? Sms = null, long? SmsBefore = null);

/// <summary>How far a page has read: the last number of either kind.</summary>
internal readonly record struct EventPlace(long Phone, long Sms)
{
    /// <summary>Reads the written form; the beginning when it is none.</summary>
    public static EventPlace Parse(string? text) =>
        text?.Split('-') is [var phone, var sms] && long.TryParse(phone, out var first) && long.TryParse(sms, out var second)
            ? new EventPlace(first, second) : default;

    /// <summary>The place after an event.</summary>
    public EventPlace After(SimulatorEvent one) => new(one.Phone?.Number ?? Phone, one.Sms?.Number ?? Sms);

    /// <inheritdoc/>
    public override string ToString() => $"{Phone}-{Sms}";
}

/// <summary>The stream of one page's events.</summary>
internal sealed class SimulatorEvents(WeChatPhones phones, SmsPhones messages, IHostApplicationLifetime lifetime)
{
    /// <summary>Begins with an empty event, so that the page knows it is listening; ends when the server stops.</summary>
    public async IAsyncEnumerable<SseItem<SimulatorEvent>> ListenAsync(
        string openId, EventPlace after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var merged = Channel.CreateUnbounded<SimulatorEvent>();
        var listening = ListenToBothAsync(openId, after, merged.Writer, ending.Token);
        try
        {
            yield return new SseItem<SimulatorEvent>(new SimulatorEvent(SmsBefore: messages.Last));
            await foreach (var one in merged.Reader.ReadAllAsync(CancellationToken.None))
            {
                after = after.After(one);
                yield return new SseItem<SimulatorEvent>(one) { EventId = after.ToString() };
            }
        }
        finally
        {
            await ending.CancelAsync();
            await listening;
        }
    }

    private async Task ListenToBothAsync(
        string openId, EventPlace after, ChannelWriter<SimulatorEvent> merged, CancellationToken cancellationToken)
    {
        await Task.WhenAll(
            CopyAsync(phones.ListenAsync(openId, after.Phone, cancellationToken), one => new SimulatorEvent(Phone: one), merged),
            CopyAsync(messages.ListenAsync(after.Sms, cancellationToken), one => new SimulatorEvent(Sms: one), merged));
        merged.Complete();
    }

    private static async Task CopyAsync<TEvent>(
        IAsyncEnumerable<TEvent> events, Func<TEvent, SimulatorEvent> wrap, ChannelWriter<SimulatorEvent> merged)
    {
        try
        {
            await foreach (var one in events)
            {
                merged.TryWrite(wrap(one));
            }
        }
        catch (OperationCanceledException)
        {
            // The page was closed or the server stops.
        }
    }
}
