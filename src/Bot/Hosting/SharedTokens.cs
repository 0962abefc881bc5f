using System.Security.Cryptography;
using ServiceBot.Channels.Contracts;
using StackExchange.Redis;

namespace ServiceBot.Bot.Hosting;

/// <summary>Provider access tokens shared through Redis.</summary>
internal sealed class SharedTokens(IConnectionMultiplexer redis) : ISharedTokens
{
    /// <inheritdoc/>
    public async Task<string?> GetAsync(string name, CancellationToken cancellationToken) =>
        await redis.GetDatabase().StringGetAsync(KeyOf(name)).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public Task SetAsync(string name, string value, TimeSpan lifetime, CancellationToken cancellationToken) =>
        redis.GetDatabase().StringSetAsync(KeyOf(name), value, lifetime).WaitAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IAsyncDisposable?> TryLockAsync(string name, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var owner = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var key = KeyOf($"{name}:lock");
        return await redis.GetDatabase().StringSetAsync(key, owner, lifetime, When.NotExists).WaitAsync(cancellationToken)
            ? new Held(redis, key, owner)
            : null;
    }

    private static RedisKey KeyOf(string name) => $"servicebot:token:{name}";

    private sealed class Held(IConnectionMultiplexer redis, RedisKey key, string owner) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            try
            {
                // Only our own lock: another process may hold a newer one after ours lapsed.
                await redis.GetDatabase().LockReleaseAsync(key, owner);
            }
            catch (RedisException)
            {
                // Redis is gone; the lock lapses by itself.
            }
        }
    }
}
