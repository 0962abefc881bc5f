using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>What the history keeps of a write, and whether it is a trial.</summary>
internal sealed record WriteRequest(string Source, string By, bool DryRun, IProgress<ImportProgress>? Progress);

/// <summary>What a write changed. The version is null after a dry run.</summary>
internal sealed record WriteOutcome(long? Version, IReadOnlyList<TableChange> Changes);

/// <summary>Writes the next version of the tables, in one transaction: readers see all of it or nothing.</summary>
internal sealed class TradeWriter(TradeStore stores, TimeProvider clock) : IDisposable
{
    /// <summary>Lets this process's imports queue without holding a thread, as SQLite's own lock would.</summary>
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Loads tables as the next version. Their time of loading moves even when no row changes.</summary>
    public Task<WriteOutcome> ImportAsync(
        TradeTableRead read, WriteRequest request, CancellationToken cancellationToken) =>
        WriteAsync(
            request,
            async (store, before) =>
            {
                var import = new TableImport(store, before.Version + 1, request.Progress);
                var changes = await new TradeSetImport(import, read.Tables, read.Files).RunAsync(cancellationToken);
                return new NextVersion(before.After(changes, LoadedNow(before, changes)), changes);
            },
            cancellationToken);

    /// <summary>Brings the tables, and the times they are true as of, back to a version, as the next version.</summary>
    /// <exception cref="ArgumentException">There is no such version.</exception>
    public Task<WriteOutcome> PutBackAsync(long version, WriteRequest request, CancellationToken cancellationToken) =>
        WriteAsync(
            request,
            async (store, before) =>
            {
                var target = await store.Versions.AsNoTracking()
                    .FirstOrDefaultAsync(row => row.Version == version, cancellationToken)
                    ?? throw new ArgumentException($"There is no version {version}.", nameof(version));
                var import = new TableImport(store, before.Version + 1, request.Progress);
                var changes = await new VersionPutBack(store, import, version).RunAsync(cancellationToken);
                return new NextVersion(before.After(changes, target.ToVersion().LoadedAt), changes);
            },
            cancellationToken);

    public void Dispose() => _turn.Dispose();

    private async Task<WriteOutcome> WriteAsync(
        WriteRequest request, Func<TradeContext, TradeVersion, Task<NextVersion>> write, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            await using var store = await stores.OpenAsync(cancellationToken);
            await using var transaction = await store.BeginWriteAsync(cancellationToken);
            var next = await write(store, await store.NewestVersionAsync(cancellationToken));
            if (request.DryRun)
            {
                return new WriteOutcome(null, next.Changes);
            }

            store.Versions.Add(next.Version.ToRow(clock.GetUtcNow(), request.By, request.Source, next.Changes));
            await store.SaveChangesAsync(cancellationToken);

            // From here on it has happened: a caller who gives up now must not be told that nothing changed.
            await transaction.CommitAsync(CancellationToken.None);
            return new WriteOutcome(next.Version.Version, next.Changes);
        }
        finally
        {
            _turn.Release();
        }
    }

    private Dictionary<TradeTable, DateTimeOffset> LoadedNow(TradeVersion before, IReadOnlyList<TableChange> changes)
    {
        var loadedAt = new Dictionary<TradeTable, DateTimeOffset>(before.LoadedAt);
        foreach (var change in changes)
        {
            loadedAt[change.Table] = clock.GetUtcNow();
        }

        return loadedAt;
    }
}

/// <summary>A version that is being written, with what it changes.</summary>
internal sealed record NextVersion(TradeVersion Version, IReadOnlyList<TableChange> Changes);
