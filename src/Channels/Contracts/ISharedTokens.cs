namespace ServiceBot.Channels.Contracts;

/// <summary>A small shared place for provider access tokens, so that all processes use one and one refreshes it.</summary>
public interface ISharedTokens
{
    /// <summary>The value kept under this name, or null when there is none or it has expired.</summary>
    Task<string?> GetAsync(string name, CancellationToken cancellationToken);

    /// <summary>Keeps a value for the given time.</summary>
    Task SetAsync(string name, string value, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>
    /// Takes the lock of this name, or returns null when another process holds it. Dispose to give it back; it
    /// lapses by itself after <paramref name="lifetime"/>.
    /// </summary>
    Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken);
}
