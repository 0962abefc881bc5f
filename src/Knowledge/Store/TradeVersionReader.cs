using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Store;

/// <summary>Between a version and its stored row.</summary>
internal static class TradeVersionReader
{
    /// <summary>The newest version.</summary>
    public static async Task<TradeVersion> NewestVersionAsync(
        this TradeContext store, CancellationToken cancellationToken)
    {
        var row = await store.Versions.AsNoTracking()
            .OrderByDescending(version => version.Version)
            .FirstOrDefaultAsync(cancellationToken);
        return row is null ? TradeVersion.None : row.ToVersion();
    }

    public static TradeVersion ToVersion(this VersionRow row) =>
        new(
            row.Version,
            new Generation(row.BookVersion, row.BookLabel),
            new Generation(row.RetailersVersion, row.RetailersLabel),
            row.LoadedAtByTable());

    /// <summary>The version as the history shows it.</summary>
    public static ImportVersion ToHistory(this VersionRow row) => new(
        row.Version,
        row.ImportedAt,
        row.ImportedBy,
        row.Source,
        JsonSerializer.Deserialize(row.Changes, TradeJson.Default.IReadOnlyListTableChange) ?? []);

    public static VersionRow ToRow(
        this TradeVersion version,
        DateTimeOffset importedAt,
        string importedBy,
        string source,
        IReadOnlyList<TableChange> changes) => new()
        {
            Version = version.Version,
            BookVersion = version.Book.Version,
            BookLabel = version.Book.Label,
            RetailersVersion = version.Retailers.Version,
            RetailersLabel = version.Retailers.Label,
            ImportedAt = importedAt,
            ImportedBy = importedBy,
            Source = source,
            Changes = JsonSerializer.Serialize(changes, TradeJson.Default.IReadOnlyListTableChange),
            LoadedAt = JsonSerializer.Serialize(
                new Dictionary<TradeTable, DateTimeOffset>(version.LoadedAt),
                TradeJson.Default.DictionaryTradeTableDateTimeOffset),
        };

    private static Dictionary<TradeTable, DateTimeOffset> LoadedAtByTable(this VersionRow row) =>
        JsonSerializer.Deserialize(row.LoadedAt, TradeJson.Default.DictionaryTradeTableDateTimeOffset) ?? [];
}
