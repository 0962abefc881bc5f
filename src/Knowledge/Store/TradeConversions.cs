using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ServiceBot.Knowledge.Store;

/// <summary>How the records' own types stand in columns.</summary>
internal static class TradeConversions
{
    public static void Configure(ModelConfigurationBuilder configuration)
    {
        configuration.Properties<LicenseNumber>().HaveConversion<LicenseConverter>();
        configuration.Properties<Tier>().HaveConversion<TierConverter>();
        configuration.Properties<TierCells>().HaveConversion<CellsConverter>();
        configuration.Properties<Enum>().HaveConversion<string>();
        configuration.Properties<decimal>().HavePrecision(14, 2);
    }

    /// <summary>See <see cref="LicenseColumn"/>.</summary>
    public sealed class LicenseConverter() : ValueConverter<LicenseNumber, long>(
        license => LicenseColumn.ToNumber(license), number => LicenseColumn.ToLicense(number));

    public sealed class TierConverter() : ValueConverter<Tier, int>(tier => tier.Value, value => new Tier(value));

    public sealed class CellsConverter() : ValueConverter<TierCells, string>(
        cells => cells.ToString(), text => TierCells.Parse(text));
}
