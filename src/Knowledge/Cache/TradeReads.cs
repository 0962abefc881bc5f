using System.IO.Hashing;
using System.Text;
using ServiceBot.Knowledge.Store;

namespace ServiceBot.Knowledge.Cache;

/// <summary>Reads the tables of one version: memory, then Redis, then the store of record.</summary>
internal sealed class TradeReads(
    TradeVersions versions, TradeCache cache, TradeBookReader books, RetailerReader retailers)
{
    /// <summary>The version to take everything for one answer from.</summary>
    public ValueTask<TradeVersion> VersionAsync(CancellationToken cancellationToken) =>
        versions.CurrentAsync(cancellationToken);

    /// <summary>The shared tables.</summary>
    public ValueTask<TradeBook> BookAsync(TradeVersion version, CancellationToken cancellationToken) =>
        cache.GetAsync(
            $"book-index:{version.Book}",
            TradeCache.InMemory,
            async stop => new TradeBook(await BookDataAsync(version.Book, stop)),
            cancellationToken);

    /// <summary>One retailer's rows. The book's cycles say which orders it holds, so its key names both versions.</summary>
    public ValueTask<RetailerFile> FileAsync(
        TradeVersion version, TradeBook book, LicenseNumber license, CancellationToken cancellationToken) =>
        cache.GetAsync(
            $"retailer:{license}:{version.Book}:{version.Retailers}",
            TradeCache.InBoth,
            stop => retailers.ReadAsync(license, book.Plan.OrderDates, version.FileVersion, stop),
            cancellationToken);

    /// <summary>The codes of what a retailer ordered from a date on, most cartons first.</summary>
    public ValueTask<List<string>> MostOrderedAsync(
        TradeVersion version, LicenseNumber license, DateOnly since, CancellationToken cancellationToken) =>
        cache.GetAsync(
            $"most-ordered:{license}:{since:yyyyMMdd}:{version.Retailers}",
            TradeCache.InBoth,
            stop => retailers.MostOrderedAsync(license, since, version.Retailers.Version, stop),
            cancellationToken);

    /// <summary>The licences of the open retailers of a phone.</summary>
    public ValueTask<List<LicenseNumber>> LicensesOfPhoneAsync(
        TradeVersion version, string phone, CancellationToken cancellationToken) =>
        cache.GetAsync(
            $"phone:{Hash(phone)}:{version.Retailers}",
            TradeCache.InBoth,
            stop => retailers.LicensesOfPhoneAsync(phone, version.Retailers.Version, stop),
            cancellationToken);

    private ValueTask<TradeBookData> BookDataAsync(Generation book, CancellationToken cancellationToken) =>
        cache.GetAsync(
            $"book:{book}", TradeCache.InRedis, stop => books.ReadAsync(book.Version, stop), cancellationToken);

    /// <summary>A cache may log its keys, and no whole phone number is ever logged.</summary>
    private static string Hash(string phone) =>
        Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(phone)));
}
