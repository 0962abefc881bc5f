using System.Collections.Concurrent;

namespace ServiceBot.Bot.Store;

/// <summary>Reading connections with their prepared statements, lent out one reader at a time.</summary>
internal sealed class ReadSessions(BotDatabase database) : IAsyncDisposable
{
    private readonly ConcurrentBag<SqlSession> _idle = [];

    /// <summary>Runs one read. A session whose read failed is not used again.</summary>
    public async Task<T> ReadAsync<T>(Func<SqlSession, Task<T>> read, CancellationToken cancellationToken)
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

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryTake(out var session))
        {
            await session.DisposeAsync();
        }
    }
}
