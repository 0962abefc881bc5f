using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Import;

/// <summary>Which current rows an import stands in for.</summary>
internal static class TableScopes
{
    /// <summary>Up to this many accounts are looked up by licence; for more the whole table is read once.</summary>
    private const int FewAccounts = 1000;

    /// <summary>The whole table.</summary>
    public static Task<IReadOnlyList<IQueryable<TRow>>> Whole<TRow, TRecord>(
        TradeContext store, IReadOnlyList<TRecord> records, CancellationToken cancellationToken)
        where TRow : TradeRow<TRecord> => One(store.Set<TRow>().Current());

    /// <summary>Each cycle that the import has. A cycle with other edges stays, even where the two overlap.</summary>
    public static TableScope<TRow, TRecord> CyclesOf<TRow, TRecord>(Func<TRecord, OrderCycle> cycleOf)
        where TRow : CycleRow<TRecord> =>
        (store, records, _) =>
        {
            var parts = records.Select(cycleOf).Distinct().Select(cycle => OfCycle<TRow, TRecord>(store, cycle));
            return Task.FromResult<IReadOnlyList<IQueryable<TRow>>>([.. parts]);
        };

    /// <summary>The dates that the orders stand in for, see <see cref="OrderDates"/>.</summary>
    public static async Task<IReadOnlyList<IQueryable<OrderRow>>> OrderDatesAsync(
        TradeContext store, IReadOnlyList<Order> records, CancellationToken cancellationToken)
    {
        var dates = records.Select(order => order.Date).Distinct();
        var cycles = await CyclesAsync(store, cancellationToken);
        return [.. OrderDates.CoveredBy(dates, cycles).Order().Select(date => OfDate(store, date))];
    }

    /// <summary>The accounts of the import's licences; every other account stays.</summary>
    public static Task<IReadOnlyList<IQueryable<SettlementAccountRow>>> AccountsAsync(
        TradeContext store, IReadOnlyList<SettlementAccount> records, CancellationToken cancellationToken)
    {
        var current = store.SettlementAccounts.Current();
        if (records.Count > FewAccounts)
        {
            return One(current);
        }

        var licenses = records.Select(account => account.License).ToList();
        return One(current.Where(row => licenses.Contains(row.License)));
    }

    private static Task<IReadOnlyList<IQueryable<TRow>>> One<TRow>(IQueryable<TRow> rows) =>
        Task.FromResult<IReadOnlyList<IQueryable<TRow>>>([rows]);

    private static IQueryable<TRow> OfCycle<TRow, TRecord>(TradeContext store, OrderCycle cycle)
        where TRow : CycleRow<TRecord>
    {
        var (startsAt, endsAt) = (cycle.StartsAt, cycle.EndsAt);
        return store.Set<TRow>().Current().Where(row => row.StartsAt == startsAt && row.EndsAt == endsAt);
    }

    private static IQueryable<OrderRow> OfDate(TradeContext store, DateOnly date) =>
        store.Orders.Current().Where(row => row.Date == date);

    private static async Task<IReadOnlyList<OrderCycle>> CyclesAsync(
        TradeContext store, CancellationToken cancellationToken)
    {
        var instants = await store.SupplyLimits.Current()
            .Select(row => new { row.StartsAt, row.EndsAt })
            .Distinct()
            .ToListAsync(cancellationToken);
        return [.. instants.Select(cycle => CycleInstants.ToCycle(cycle.StartsAt, cycle.EndsAt))];
    }
}
