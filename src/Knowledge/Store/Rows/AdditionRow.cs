namespace ServiceBot.Knowledge.Store;

/// <summary>增投.</summary>
internal sealed class AdditionRow : CycleRow<Addition>
{
    public LicenseNumber License { get; set; }

    public string ProductCode { get; set; } = "";

    public int Cartons { get; set; }

    public string Reason { get; set; } = "";

    public static AdditionRow From(Addition record) => new()
    {
        StartsAt = record.Cycle.StartsAt,
        EndsAt = record.Cycle.EndsAt,
        License = record.License,
        ProductCode = record.ProductCode,
        Cartons = record.Cartons,
        Reason = record.Reason,
    };

    public override Addition ToRecord() => new(Cycle, License, ProductCode, Cartons, Reason);
}
