using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceBot.Knowledge.Store;

/// <summary>The trade tables in the schema <c>trade</c> of a PostgreSQL database.</summary>
internal sealed class PostgresTradeContext(DbContextOptions<PostgresTradeContext> options) : TradeContext(options)
{
    /// <summary>The schema; the migrations' history is kept there too.</summary>
    public const string Schema = "trade";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.HasDefaultSchema(Schema);
        base.OnModelCreating(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    /// <summary>Npgsql writes instants with offset 0 only. Whole microseconds are what timestamptz keeps.</summary>
    public sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTimeOffset>(
        instant => instant.ToUniversalTime(), instant => instant);
}
