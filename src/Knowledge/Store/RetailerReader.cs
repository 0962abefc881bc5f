using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Knowledge.Store;

/// <summary>Reads one retailer's rows of a version, each by its index.</summary>
internal sealed class RetailerReader(TradeStore stores, TimeProvider clock)
{
    /// <summary>The retailer's rows as the version shows them.</summary>
    /// <param name="license">Whose.</param>
    /// <param name="orderDates">The dates of the plan's cycles, whose orders count.</param>
    /// <param name="version">The version.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    public async Task<RetailerFile> ReadAsync(
        LicenseNumber license, IReadOnlySet<DateOnly> orderDates, long version, CancellationToken cancellationToken)
    {
        await using var store = await stores.OpenAsync(cancellationToken);
        var retailer = await store.Retailers.AsNoTracking().LiveAt(version)
            .FirstOrDefaultAsync(row => row.License == license, cancellationToken);
        var account = await store.SettlementAccounts.AsNoTracking().LiveAt(version)
            .FirstOrDefaultAsync(row => row.License == license, cancellationToken);
        var additions = await AdditionsAsync(store, license, version, cancellationToken);
        var dates = additions.SelectMany(addition => addition.Cycle.Dates()).Union(orderDates).ToArray();
        var orders = await OrdersAsync(store, license, dates, version, cancellationToken);
        return new RetailerFile(retailer?.ToRecord(), account?.ToRecord(), additions, orders);
    }

    /// <summary>The licences of the open retailers registered with this phone.</summary>
    public async Task<List<LicenseNumber>> LicensesOfPhoneAsync(
        string phone, long version, CancellationToken cancellationToken)
    {
        await using var store = await stores.OpenAsync(cancellationToken);
        return await store.Retailers.LiveAt(version)
            .Where(row => row.Phone == phone && row.Status == RetailerStatus.Open)
            .OrderBy(row => row.License)
            .Select(row => row.License)
            .ToListAsync(cancellationToken);
    }

    /// <summary>The codes of what a retailer ordered from a date on, most cartons first; what was all returned is left out.</summary>
    public async Task<List<string>> MostOrderedAsync(
        LicenseNumber license, DateOnly since, long version, CancellationToken cancellationToken)
    {
        await using var store = await stores.OpenAsync(cancellationToken);
        return await store.Orders.LiveAt(version)
            .Where(row => row.License == license && row.Date >= since)
            .GroupBy(row => row.ProductCode)
            .Select(orders => new { Code = orders.Key, Cartons = orders.Sum(row => row.Cartons) })
            .Where(ordered => ordered.Cartons > 0)
            .OrderByDescending(ordered => ordered.Cartons)
            .ThenBy(ordered => ordered.Code)
            .Select(ordered => ordered.Code)
            .ToListAsync(cancellationToken);
    }

    private async Task<List<Addition>> AdditionsAsync(
        TradeContext store, LicenseNumber license, long version, CancellationToken cancellationToken)
    {
        var oldest = clock.GetUtcNow() - TradeBookReader.KeptAfterEnd;
        var rows = await store.Additions.AsNoTracking().LiveAt(version)
            .Where(row => row.License == license && row.EndsAt > oldest)
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToRecord());
    }

    private static async Task<List<Order>> OrdersAsync(
        TradeContext store, LicenseNumber license, DateOnly[] dates, long version, CancellationToken cancellationToken)
    {
        var rows = await store.Orders.AsNoTracking().LiveAt(version)
            .Where(row => row.License == license && EF.Parameter(dates).Contains(row.Date))
            .OrderBy(row => row.Id)
            .ToListAsync(cancellationToken);
        return rows.ConvertAll(row => row.ToRecord());
    }
}
