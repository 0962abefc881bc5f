namespace ServiceBot.Knowledge.Store;

/// <summary>货源投放.</summary>
internal sealed class SupplyLimitRow : CycleRow<SupplyLimit>
{
    public string ProductCode { get; set; } = "";

    public SupplyMethod Method { get; set; }

    public string Band { get; set; } = "";

    public MarketType? Market { get; set; }

    public string Formats { get; set; } = "";

    public string Districts { get; set; } = "";

    public SupplyStatus Status { get; set; }

    public string Condition { get; set; } = "";

    public TierCells Cells { get; set; } = null!;

    public static SupplyLimitRow From(SupplyLimit record) => new()
    {
        StartsAt = record.Cycle.StartsAt,
        EndsAt = record.Cycle.EndsAt,
        ProductCode = record.ProductCode,
        Method = record.Method,
        Band = record.Band,
        Market = record.Market,
        Formats = record.Formats,
        Districts = record.Districts,
        Status = record.Status,
        Condition = record.Condition,
        Cells = record.Cells,
    };

    public override SupplyLimit ToRecord() => new(
        Cycle, ProductCode, Method, Band, Market, Formats, Districts, Status, Condition, Cells);
}
