using System.Collections.Concurrent;

namespace ServiceBot.Bot.Store;

/// <summary>
/// Reading connections with their prepared statements, lent out one reader at a time. They are never given back to the
/// pool, so their number has a bound: <see cref="BotDatabase.MostReaders"/>.
/// </summary>
internal sealed class ReadSessions(BotDatabase database) : IAsyncDisposable
{
    private readonly ConcurrentBag<SqlSession> _idle = [];
    private readonly SemaphoreSlim _places = new(database.MostReaders);

    /// <summary>Runs one read, once there is a place. A session whose read failed is not used again.</summary>
    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        await _places.WaitAsync(cancellationToken);
        try
        {
            return await ReadInPlaceAsync(read, cancellationToken);
        }
        finally
        {
            _places.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var session))
        {
            await session.DisposeAsync();
        }

        _places.Dispose();
    }

    private async Task<T> ReadInPlaceAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
    {
        if (!_idle.TryTake(out var session))
        {
            session = new SqlSession(await database.OpenAsync(cancellationToken));
        }

        var healthy = false;
        try
        {
            var result = await read(session);
            healthy = true;
            return result;
        }
        finally
        {
            if (healthy)
            {
                _idle.Add(session);
            }
            else
            {
                await session.DisposeAsync();
            }
        }
    }
}
