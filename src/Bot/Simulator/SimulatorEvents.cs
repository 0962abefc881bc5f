using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using ServiceBot.Bot.Binding;
using ServiceBot.Channels.Simulator;

namespace ServiceBot.Bot.Simulator;

/// <summary>What reaches the page unasked: a message by API, a code that would have gone out by SMS, or neither at first.</summary>
internal sealed record SimulatorEvent(PhoneEvent? Phone = null, string? Code = null);

/// <summary>The stream of one phone's events.</summary>
internal sealed class SimulatorEvents(
    WeChatPhones phones, IEnumerable<DevelopmentCodes> codes, IHostApplicationLifetime lifetime)
{
    // None when an SMS account is set: the codes then go to real phones.
    private readonly DevelopmentCodes? _codes = codes.FirstOrDefault();

    /// <summary>The code that was shown last; null when there was none.</summary>
    public string? LatestCode => _codes?.Latest.LastOrDefault();

    /// <summary>Begins with an empty event, so that the page knows it is listening; ends when the server stops.</summary>
    public async IAsyncEnumerable<SseItem<SimulatorEvent>> ListenAsync(
        string openId, long after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping);
        var merged = Channel.CreateUnbounded<SseItem<SimulatorEvent>>();
        void Show(string code) => merged.Writer.TryWrite(new SseItem<SimulatorEvent>(new SimulatorEvent(Code: code)));
        _codes?.Shown += Show;
        var listening = ListenToPhoneAsync(openId, after, merged.Writer, ending.Token);
        try
        {
            yield return new SseItem<SimulatorEvent>(new SimulatorEvent());
            await foreach (var one in merged.Reader.ReadAllAsync(CancellationToken.None))
            {
                yield return one;
            }
        }
        finally
        {
            _codes?.Shown -= Show;
            await ending.CancelAsync();
            await listening;
        }
    }

    private async Task ListenToPhoneAsync(
        string openId, long after, ChannelWriter<SseItem<SimulatorEvent>> merged, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var one in phones.ListenAsync(openId, after, cancellationToken))
            {
                merged.TryWrite(new SseItem<SimulatorEvent>(new SimulatorEvent(one))
                {
                    EventId = one.Number.ToString(CultureInfo.InvariantCulture),
                });
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The page was closed or the server stops.
        }
        finally
        {
            merged.Complete();
        }
    }
}
