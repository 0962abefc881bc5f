using Microsoft.EntityFrameworkCore;

namespace ServiceBot.Knowledge.Store;

/// <summary>The trade tables in the store of record. One model, two databases.</summary>
internal abstract class TradeContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<VersionRow> Versions => Set<VersionRow>();

    public DbSet<ProductRow> Products => Set<ProductRow>();

    public DbSet<StaffRow> Staff => Set<StaffRow>();

    public DbSet<RetailerRow> Retailers => Set<RetailerRow>();

    public DbSet<SupplyLimitRow> SupplyLimits => Set<SupplyLimitRow>();

    public DbSet<BandLimitRow> BandLimits => Set<BandLimitRow>();

    public DbSet<AdditionRow> Additions => Set<AdditionRow>();

    public DbSet<OrderRow> Orders => Set<OrderRow>();

    public DbSet<ArrivalRow> Arrivals => Set<ArrivalRow>();

    public DbSet<SettlementAccountRow> SettlementAccounts => Set<SettlementAccountRow>();

    public DbSet<NewBrandRow> NewBrands => Set<NewBrandRow>();

    public DbSet<HotlineRow> Hotlines => Set<HotlineRow>();

    public DbSet<PolicyNoticeRow> PolicyNotices => Set<PolicyNoticeRow>();

    public DbSet<ArticleRow> Articles => Set<ArticleRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) => TradeModel.Build(modelBuilder);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        TradeConversions.Configure(configurationBuilder);
}
