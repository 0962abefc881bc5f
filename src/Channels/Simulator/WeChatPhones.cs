using System.Collections.Concurrent;

namespace ServiceBot.Channels.Simulator;

/// <summary>The simulated phones, and what WeChat's stand-in sends to them.</summary>
public sealed class WeChatPhones
{
    private readonly ConcurrentDictionary<string, Phone> phones = new(StringComparer.Ordinal);
    private readonly StandInMenu menu;
    private readonly TimeProvider time;

    internal WeChatPhones(StandInMenu menu, TimeProvider time) => (this.menu, this.time) = (menu, time);

    /// <summary>The account's menu as phones show it.</summary>
    public Task<IReadOnlyList<PhoneButton>> MenuAsync(CancellationToken cancellationToken) =>
        menu.ButtonsAsync(cancellationToken);

    /// <summary>What the API sends to this phone, beginning after the given number (0: from the start), until cancelled.</summary>
    public IAsyncEnumerable<PhoneEvent> ListenAsync(string openId, long after, CancellationToken cancellationToken) =>
        GetOrAdd(openId).ListenAsync(after, cancellationToken);

    /// <summary>Forgets the phone; messages for it are then refused as for an unknown openid.</summary>
    public void Remove(string openId) => phones.TryRemove(openId, out _);

    /// <summary>The phone, new when it did not do anything yet.</summary>
    internal Phone GetOrAdd(string openId) => phones.GetOrAdd(openId, static (_, clock) => new Phone(clock), time);

    /// <summary>The phone, or null.</summary>
    internal Phone? Find(string openId) => phones.GetValueOrDefault(openId);
}
