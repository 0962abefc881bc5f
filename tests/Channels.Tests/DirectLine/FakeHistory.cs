using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.DirectLine;

/// <summary>A log in memory; the test writes it. Numbers leave gaps, as those of the real one do.</summary>
internal sealed class FakeHistory(TimeProvider time) : IConversationHistory
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<HistoryEntry>> _logs = [];
    private readonly List<(string Key, Action Ring)> _listeners = [];

    public Exception? Fault { get; set; }

    /// <summary>How many listen.</summary>
    public int Listeners
    {
        get
        {
            lock (_lock)
            {
                return _listeners.Count;
            }
        }
    }

    public void Say(ConversationKey key, Reply reply, string? person = null) => Add(key, null, reply, person);

    public void Say(Inbound message) => Add(message.Conversation, message, null, null);

    public Task<HistoryPage> ReadAsync(ConversationKey conversation, long after, int most, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            if (Fault is not null)
            {
                return Task.FromException<HistoryPage>(Fault);
            }

            var entries = Log(conversation).Where(entry => entry.Number > after).Take(most).ToList();
            return Task.FromResult(new HistoryPage(entries, entries is [.., var last] ? last.Number : after));
        }
    }

    public IDisposable Listen(ConversationKey conversation, Action ring)
    {
        var listener = (conversation.ToString(), ring);
        lock (_lock)
        {
            _listeners.Add(listener);
        }

        return new Listening(this, listener);
    }

    private void Add(ConversationKey key, Inbound? message, Reply? reply, string? person)
    {
        List<Action> rings;
        lock (_lock)
        {
            var log = Log(key);
            log.Add(new HistoryEntry(log.Count == 0 ? 2 : log[^1].Number + 3, time.GetUtcNow(), message, reply, person));
            rings = [.. _listeners.Where(listener => listener.Key == key.ToString()).Select(listener => listener.Ring)];
        }

        rings.ForEach(ring => ring());
    }

    private List<HistoryEntry> Log(ConversationKey key) =>
        _logs.TryGetValue(key.ToString(), out var log) ? log : _logs[key.ToString()] = [];

    private sealed class Listening(FakeHistory history, (string, Action) listener) : IDisposable
    {
        public void Dispose()
        {
            lock (history._lock)
            {
                history._listeners.Remove(listener);
            }
        }
    }
}

/// <summary>Files in memory.</summary>
internal sealed class FakeAttachments : IAttachments
{
    public Dictionary<string, AttachedFile> Files { get; } = [];

    public Task<string> KeepAsync(ConversationKey conversation, AttachedFile file, CancellationToken cancellationToken)
    {
        var id = $"file{Files.Count + 1}";
        Files.Add(id, file);
        return Task.FromResult(id);
    }

    public Task<AttachedFile?> ReadAsync(string id, CancellationToken cancellationToken) =>
        Task.FromResult(Files.GetValueOrDefault(id));
}
