using System.Collections.Concurrent;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>A shared place in memory, which may be down.</summary>
internal sealed class FakeSharedTokens(TimeProvider time) : ISharedTokens
{
    private readonly ConcurrentDictionary<string, (string Value, DateTimeOffset ExpiresAt)> _values = new();
    private readonly ConcurrentDictionary<string, bool> _locks = new();

    public bool IsDown { get; set; }

    public Task<string?> GetAsync(string name, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return Task.FromResult(_values.TryGetValue(name, out var kept) && time.GetUtcNow() < kept.ExpiresAt ? kept.Value : null);
    }

    public Task SetAsync(string name, string value, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        _values[name] = (value, time.GetUtcNow() + lifetime);
        return Task.CompletedTask;
    }

    public Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        ThrowIfDown();
        return Task.FromResult<IAsyncDisposable?>(_locks.TryAdd(name, true) ? new Lock(_locks, name) : null);
    }

    private void ThrowIfDown()
    {
        if (IsDown)
        {
            throw new InvalidOperationException("The shared place is down.");
        }
    }

    private sealed class Lock(ConcurrentDictionary<string, bool> _locks, string name) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            _locks.TryRemove(name, out _);
            return ValueTask.CompletedTask;
        }
    }
}
