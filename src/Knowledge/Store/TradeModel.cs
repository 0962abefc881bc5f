using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Knowledge.Store;

/// <summary>Keys and indexes, each for one read that KnowledgeBase or an import does.</summary>
internal static class TradeModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<VersionRow>(version =>
        {
            version.HasKey(row => row.Version);
            version.Property(row => row.Version).ValueGeneratedNever();
        });
        BuildRetailers(model);
        BuildCycles(model);
    }

    private static void BuildRetailers(ModelBuilder model)
    {
        model.Entity<RetailerRow>().HasIndex(row => row.License);
        model.Entity<RetailerRow>().HasIndex(row => row.Phone);
        model.Entity<SettlementAccountRow>().HasIndex(row => row.License);
        model.Entity<AdditionRow>().HasIndex(row => row.License);

        // Date first: an import reads and fills a span of dates in index order, and one retailer's orders of a few
        // dates are that many seeks.
        model.Entity<OrderRow>().HasIndex(row => new { row.Date, row.License });
    }

    private static void BuildCycles(ModelBuilder model)
    {
        model.Entity<SupplyLimitRow>().HasIndex(row => new { row.EndsAt, row.StartsAt });
        model.Entity<BandLimitRow>().HasIndex(row => new { row.EndsAt, row.StartsAt });
        model.Entity<AdditionRow>().HasIndex(row => new { row.EndsAt, row.StartsAt });
        model.Entity<SupplyLimitRow>().Ignore(row => row.Cycle);
        model.Entity<BandLimitRow>().Ignore(row => row.Cycle);
        model.Entity<AdditionRow>().Ignore(row => row.Cycle);
    }
}
