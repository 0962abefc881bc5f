using System.Collections.Concurrent;

namespace ServiceBot.Channels.Simulator;

/// <summary>The simulated phones, and what WeChat's stand-in sends to them.</summary>
public sealed class WeChatPhones
{
    private readonly ConcurrentDictionary<string, Phone> _phones = new(StringComparer.Ordinal);
    private readonly StandInMenu _menu;
    private readonly TimeProvider _time;

    internal WeChatPhones(StandInMenu menu, TimeProvider time) => (_menu, _time) = (menu, time);

    /// <summary>The account's menu as phones show it.</summary>
    public Task<IReadOnlyList<PhoneButton>> MenuAsync(CancellationToken cancellationToken) =>
        _menu.ButtonsAsync(cancellationToken);

    /// <summary>What the API sends to this phone, beginning after the given number (0: from the start), until cancelled.</summary>
    public IAsyncEnumerable<PhoneEvent> ListenAsync(string openId, long after, CancellationToken cancellationToken) =>
        GetOrAdd(openId).ListenAsync(after, cancellationToken);

    /// <summary>Forgets the phone; messages for it are then refused as for an unknown openid.</summary>
    public void Remove(string openId) => _phones.TryRemove(openId, out _);

    /// <summary>The phone, new when it did not do anything yet.</summary>
    internal Phone GetOrAdd(string openId) => _phones.GetOrAdd(openId, static (_, clock) => new Phone(clock), _time);

    /// <summary>The phone, or null.</summary>
    internal Phone? Find(string openId) => _phones.GetValueOrDefault(openId);
}
