namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Looks for price bands that supply rows name and 价位段限量 does not limit.</summary>
internal static class BandCoverage
{
    /// <summary>A notice for each, when the import has both tables.</summary>
    public static void Check(TradeTableSet tables, FaultLog log)
    {
        if (tables is not { SupplyLimits: { } supply, BandLimits: { } bands })
        {
            return;
        }

        var limited = bands.Select(band => (band.Cycle, band.Band)).ToHashSet();
        var unlimited = supply.Where(limit => limit.Method == SupplyMethod.ByPriceBand)
            .Select(limit => (limit.Cycle, limit.Band))
            .Distinct()
            .Where(band => !limited.Contains(band));
        foreach (var (cycle, band) in unlimited)
        {
            log.Notice($"价位段“{band}”在{cycle.StartDate:yyyy-MM-dd}到{cycle.EndDate:yyyy-MM-dd}的周期里没有价位段限量");
        }
    }
}
