using System.Threading.Channels;

namespace ServiceBot.Bot.Store;

/// <summary>
/// The one writer of the conversation store in this process. Writes that wait at the same time share one
/// transaction, so that a busy hour costs one disk sync for many messages and a quiet one costs none extra.
/// </summary>
internal sealed partial class GroupCommit(BotDatabase database, ILogger<GroupCommit> logger) : IAsyncDisposable
{
    private const int MostPerCommit = 256;

    private readonly Channel<Write> _writes = Channel.CreateBounded<Write>(
        new BoundedChannelOptions(8192) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _startLock = new();
    private Task? _loop;
    private SqlSession? _session;

    /// <summary>
    /// Runs the write in the next transaction and returns once that is on disk. A write either returns a value or
    /// throws; it must not touch anything before it knows that it will go through, because others share its transaction.
    /// </summary>
    public async Task<T> WriteAsync<T>(Func<SqlSession, CancellationToken, Task<T>> write, CancellationToken cancellationToken)
    {
        EnsureStarted();
        var pending = new Write<T>(write);
        await _writes.Writer.WriteAsync(pending, cancellationToken);
        return await pending.Completion.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _writes.Writer.TryComplete();
        if (_loop is not null)
        {
            await _loop;
        }

        if (_session is not null)
        {
            await _session.DisposeAsync();
        }

        await _stopping.CancelAsync();
        _stopping.Dispose();
    }

    private void EnsureStarted()
    {
        lock (_startLock)
        {
            _loop ??= Task.Run(() => RunAsync(_stopping.Token));
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var batch = new List<Write>(MostPerCommit);
        while (await _writes.Reader.WaitToReadAsync(cancellationToken))
        {
            while (batch.Count < MostPerCommit && _writes.Reader.TryRead(out var write))
            {
                batch.Add(write);
            }

            await CommitAsync(batch, cancellationToken);
            batch.Clear();
        }
    }

    private async Task CommitAsync(List<Write> batch, CancellationToken cancellationToken)
    {
        if (!await OpenAsync(batch, cancellationToken) || await TryCommitAsync(batch, cancellationToken))
        {
            return;
        }

        // One write failed and took the shared transaction with it: each gets its own, so only the faulty one fails.
        for (var index = 0; index < batch.Count && await OpenAsync(batch[index..], cancellationToken); index++)
        {
            await TryCommitAsync([batch[index]], cancellationToken);
        }
    }

    /// <summary>
    /// False when the store cannot be reached; the whole batch has failed then, at the cost of one wait for all of it.
    /// </summary>
    private async Task<bool> OpenAsync(List<Write> batch, CancellationToken cancellationToken)
    {
        try
        {
            _session ??= new SqlSession(await database.OpenAsync(cancellationToken));
            return true;
        }
#pragma warning disable CA1031 // The writer's border: the callers are told, and the next batch tries again.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
            batch.ForEach(write => write.Fail(exception));
            return false;
        }
    }

    /// <summary>False when the batch was rolled back and its writes should be tried one by one.</summary>
    private async Task<bool> TryCommitAsync(List<Write> batch, CancellationToken cancellationToken)
    {
        try
        {
            var session = _session ??= new SqlSession(await database.OpenAsync(cancellationToken));
            await using var transaction = await session.Connection.BeginTransactionAsync(cancellationToken);
            session.Transaction = transaction;
            foreach (var write in batch)
            {
                await write.RunAsync(session, cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
#pragma warning disable CA1031 // The writer's border: a failed transaction must reach its callers, not end the loop.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await DropSessionAsync();
            if (batch.Count > 1)
            {
                return false;
            }

            LogFailed(exception);
            batch[0].Fail(exception);
            return true;
        }

        batch.ForEach(write => write.Succeed());
        return true;
    }

    private async Task DropSessionAsync()
    {
        if (_session is not { } session)
        {
            return;
        }

        _session = null;
        try
        {
            await session.DisposeAsync();
        }
#pragma warning disable CA1031 // The writer's border: a connection that will not close must not end the only writer.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A write to the conversation store failed.")]
    private partial void LogFailed(Exception exception);

    private abstract class Write
    {
        public abstract Task RunAsync(SqlSession session, CancellationToken cancellationToken);

        public abstract void Succeed();

        public abstract void Fail(Exception exception);
    }

    private sealed class Write<T>(Func<SqlSession, CancellationToken, Task<T>> run) : Write
    {
        private T _result = default!;

        public TaskCompletionSource<T> Completion { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public override async Task RunAsync(SqlSession session, CancellationToken cancellationToken) =>
            _result = await run(session, cancellationToken);

        public override void Succeed() => Completion.SetResult(_result);

        public override void Fail(Exception exception) => Completion.SetException(exception);
    }
}
