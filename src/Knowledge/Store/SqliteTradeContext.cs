using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceBot.Knowledge.Store;

/// <summary>The trade tables in the SQLite file <c>trade.db</c>.</summary>
internal sealed class SqliteTradeContext(DbContextOptions<SqliteTradeContext> options) : TradeContext(options)
{
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<SortableInstantConverter>();
    }

    /// <summary>UTC text whose order is the order of time: SQLite has no type for an instant.</summary>
    public sealed class SortableInstantConverter() : ValueConverter<DateTimeOffset, string>(
        instant => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture),
        text => DateTimeOffset.ParseExact(
            text, "yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal));
}
