using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Conversations;

/// <summary>Who in this process listens to which conversation. About 300 bytes a listener.</summary>
internal sealed class ConversationBells : ITurnListener
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Bell> _bells = [];

    /// <summary>True while anybody listens to anything.</summary>
    public bool IsAnyoneListening
    {
        get
        {
            lock (_lock)
            {
                return _bells.Count > 0;
            }
        }
    }

    /// <summary>Calls <paramref name="ring"/> from now on, until the result is disposed.</summary>
    public IDisposable Listen(ConversationKey conversation, Action ring)
    {
        var listener = new Listener(this, conversation.ToString(), ring);
        lock (_lock)
        {
            if (!_bells.TryGetValue(listener.Key, out var bell))
            {
                _bells.Add(listener.Key, bell = new Bell());
            }

            bell.Listeners = [.. bell.Listeners, listener];
        }

        return listener;
    }

    /// <inheritdoc/>
    public void TurnCommitted(Turn turn, Decision decision, Reply? reply) => Ring(Find(turn.Conversation.Key.ToString()));

    /// <summary>The store has the conversation at this version: rings unless it did so for the same version before.</summary>
    public void Seen(string key, long version)
    {
        if (Find(key) is { } bell && Interlocked.Exchange(ref bell.Version, version) != version)
        {
            Ring(bell);
        }
    }

    /// <summary>Outside the lock: what rings belongs to others.</summary>
    private static void Ring(Bell? bell)
    {
        foreach (var listener in bell?.Listeners ?? [])
        {
            listener.Ring();
        }
    }

    private Bell? Find(string key)
    {
        lock (_lock)
        {
            return _bells.GetValueOrDefault(key);
        }
    }

    private void Remove(Listener listener)
    {
        lock (_lock)
        {
            if (!_bells.TryGetValue(listener.Key, out var bell))
            {
                return;
            }

            bell.Listeners = [.. bell.Listeners.Where(other => other != listener)];
            if (bell.Listeners.Length == 0)
            {
                _bells.Remove(listener.Key);
            }
        }
    }

    /// <summary>One conversation's listeners: a new array at each change, so that ringing needs no lock.</summary>
    private sealed class Bell
    {
        public long Version;

        public volatile Listener[] Listeners = [];
    }

    private sealed class Listener(ConversationBells bells, string key, Action ring) : IDisposable
    {
        public string Key { get; } = key;

        public Action Ring { get; } = ring;

        public void Dispose() => bells.Remove(this);
    }
}
