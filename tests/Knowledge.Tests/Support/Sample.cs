using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Support;

/// <summary>A few made-up rows to build tables from.</summary>
internal static class Sample
{
    /// <summary>Tuesday 2026-11-24, 10:00 in China: inside <see cref="Week"/>.</summary>
    public static readonly DateTimeOffset Now = Date(24).AtInChina(new TimeOnly(10, 0));

    /// <summary>Monday to Friday of this week.</summary>
    public static readonly OrderCycle Week = OrderCycle.OfDays(Date(23), Date(27));

    /// <summary>Monday to Friday of the week before.</summary>
    public static readonly OrderCycle LastWeek = OrderCycle.OfDays(Date(16), Date(20));

    public static readonly LicenseNumber License = LicenseNumber.Parse("330106100123");

    public static readonly LicenseNumber OtherLicense = LicenseNumber.Parse("030106100456");

    public const string Soft = "31010001";

    public const string Hard = "31010002";

    /// <summary>A day of November 2026.</summary>
    public static DateOnly Date(int day) => new(2026, 11, day);

    public static Product Product(string code, string name = "甲(软)", string priceClass = "三档") =>
        new(code, name, "甲", "甲厂", priceClass, "常规", 180.5m, 21m, 10m, null, "");

    public static Retailer Retailer(LicenseNumber? license = null) => new(
        license ?? License,
        "C1",
        "平安便利店",
        "周平",
        "13800000001",
        new Tier(13),
        MarketType.Town,
        "便利店",
        new OrderDay(DayOfWeek.Thursday, WeekParity.Every),
        DayOfWeek.Saturday,
        "一线",
        "M1",
        RetailerStatus.Open,
        "城东",
        null,
        null);

    /// <summary>30 cells, 0 but where said.</summary>
    public static TierCells Cells(params (int Tier, int Cartons)[] cells)
    {
        var all = new int[Tier.Count];
        foreach (var (tier, cartons) in cells)
        {
            all[tier - 1] = cartons;
        }

        return new TierCells(all);
    }

    /// <summary>A row by tier for everyone, with cartons at tier 13.</summary>
    public static SupplyLimit Limit(string code, int cartons, OrderCycle? cycle = null) => new(
        cycle ?? Week, code, SupplyMethod.ByTier, "", null, "", "", SupplyStatus.Offered, "", Cells((13, cartons)));

    public static Addition Addition(string code, int cartons, string reason = "样本户", OrderCycle? cycle = null) =>
        new(cycle ?? Week, License, code, cartons, reason);

    public static Order Order(int day, string code, int cartons, LicenseNumber? license = null) =>
        new(Date(day), license ?? License, code, cartons);

    public static SettlementAccount Account(decimal balance, LicenseNumber? license = null) => new(
        license ?? License, "农商银行", "1234", balance, Now.AddHours(-2), 500m, Now.AddHours(3), "成功");

    /// <summary>One retailer, two products planned this week, some ordered.</summary>
    public static TradeTableSet Tables() => new()
    {
        Products = [Product(Soft), Product(Hard, "甲(硬)")],
        Retailers = [Retailer(), Retailer(OtherLicense)],
        SupplyLimits = [Limit(Soft, 5), Limit(Hard, 10)],
        Additions = [Addition(Soft, 2)],
        Orders = [Order(23, Soft, 3)],
        SettlementAccounts = [Account(100m)],
    };
}
