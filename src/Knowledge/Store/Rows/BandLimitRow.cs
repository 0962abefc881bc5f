namespace ServiceBot.Knowledge.Store;

/// <summary>价位段限量.</summary>
internal sealed class BandLimitRow : CycleRow<BandLimit>
{
    public string Band { get; set; } = "";

    public TierCells Cells { get; set; } = null!;

    public static BandLimitRow From(BandLimit record) => new()
    {
        StartsAt = record.Cycle.StartsAt,
        EndsAt = record.Cycle.EndsAt,
        Band = record.Band,
        Cells = record.Cells,
    };

    public override BandLimit ToRecord() => new(Cycle, Band, Cells);
}
