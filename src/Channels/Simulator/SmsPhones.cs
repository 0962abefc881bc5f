using System.Collections.Concurrent;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Simulator;

/// <summary>All simulated phones' text messages, whoever they are for: verification codes go to registered phones.</summary>
public sealed class SmsPhones
{
    private const int MostKept = 500;

    private readonly EventLog<SmsEvent> _events = new(MostKept);
    private readonly ConcurrentDictionary<string, bool> _optedOut = new(StringComparer.Ordinal);
    private readonly TimeProvider _time;

    internal SmsPhones(TimeProvider time) => _time = time;

    /// <summary>The number of the last message; 0 before the first.</summary>
    public long Last => _events.Last;

    /// <summary>The last message that reached any phone; null for none.</summary>
    public SmsEvent? Latest => _events.All().LastOrDefault(one => !one.Mine);

    /// <summary>Messages of all phones after the given number, those to come included, until cancelled.</summary>
    public IAsyncEnumerable<SmsEvent> ListenAsync(long after, CancellationToken cancellationToken) =>
        _events.ListenAsync(after, cancellationToken);

    /// <summary>Forgets a phone's messages and that its owner asked for none.</summary>
    public void Clear(string phone)
    {
        _events.Remove(one => one.Phone == phone);
        _optedOut.TryRemove(phone, out _);
    }

    /// <summary>The kept messages that were sent to a phone, newest first.</summary>
    internal IEnumerable<SmsEvent> To(string phone) => _events.All().Where(one => one.Phone == phone && !one.Mine).Reverse();

    internal SmsEvent Add(string phone, bool mine, string text, string id, ApiCall? call = null) => _events.Add(
        number => new SmsEvent(number, id, _time.GetUtcNow(), phone, mine, text, SmsSegments.Count(text), call));

    internal bool IsOptedOut(string phone) => _optedOut.ContainsKey(phone);

    internal void OptOut(string phone) => _optedOut[phone] = true;

    /// <summary>True when the phone had opted out.</summary>
    internal bool OptIn(string phone) => _optedOut.TryRemove(phone, out _);

    internal static string NewId() => $"SM{Guid.NewGuid():N}";
}
