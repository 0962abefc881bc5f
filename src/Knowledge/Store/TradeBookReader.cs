using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Knowledge.Store;

/// <summary>Reads the shared tables of a version.</summary>
internal sealed class TradeBookReader(TradeStore stores, TimeProvider clock)
{
    /// <summary>How long a cycle's rows are of use after its end: people ask about the last one.</summary>
    public static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(35);

    /// <summary>The shared tables as the version shows them.</summary>
    public async Task<TradeBookData> ReadAsync(long version, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - KeptAfterEnd;
        await using var store = await stores.OpenAsync(cancellationToken);
        return new TradeBookData(
            await RecordsAsync(store.Products, version, cancellationToken),
            await RecordsAsync(store.Staff, version, cancellationToken),
            await CyclesAsync(store, version, cancellationToken),
            await SupplyLimitsAsync(store, oldest, version, cancellationToken),
            await RecordsAsync(store.BandLimits.Where(row => row.EndsAt > oldest), version, cancellationToken),
            await RecordsAsync(store.Arrivals, version, cancellationToken),
            await RecordsAsync(store.NewBrands, version, cancellationToken),
            await HotlinesAsync(store, version, cancellationToken),
            await RecordsAsync(store.PolicyNotices, version, cancellationToken),
            await RecordsAsync(store.Articles, version, cancellationToken));
    }

    private static async Task<List<TRecord>> RecordsAsync<TRecord>(
        IQueryable<TradeRow<TRecord>> rows, long version, CancellationToken cancellationToken)
    {
        var live = await rows.AsNoTracking().LiveAt(version).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        return live.ConvertAll(row => row.ToRecord());
    }

    /// <summary>What was loaded last stands last; of one import, the cycle that begins last.</summary>
    private static async Task<List<SupplyLimit>> SupplyLimitsAsync(
        TradeContext store, DateTimeOffset oldest, long version, CancellationToken cancellationToken)
    {
        var live = await store.SupplyLimits.AsNoTracking()
            .Where(row => row.EndsAt > oldest)
            .LiveAt(version)
            .OrderBy(row => row.AddedIn).ThenBy(row => row.StartsAt).ThenByDescending(row => row.EndsAt).ThenBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return live.ConvertAll(row => row.ToRecord());
    }

    private static async Task<List<Hotline>> HotlinesAsync(
        TradeContext store, long version, CancellationToken cancellationToken)
    {
        var placed = await RecordsAsync(store.Hotlines, version, cancellationToken);
        return [.. placed.OrderBy(row => row.Position).Select(row => row.Hotline)];
    }

    private static async Task<List<OrderCycle>> CyclesAsync(
        TradeContext store, long version, CancellationToken cancellationToken)
    {
        var instants = await store.SupplyLimits.LiveAt(version)
            .Select(row => new { row.StartsAt, row.EndsAt })
            .Distinct()
            .ToListAsync(cancellationToken);
        return instants.ConvertAll(cycle => CycleInstants.ToCycle(cycle.StartsAt, cycle.EndsAt));
    }
}
