namespace ServiceBot.Knowledge.Store;

/// <summary>新品.</summary>
internal sealed class NewBrandRow : TradeRow<NewBrand>
{
    public string ProductCode { get; set; } = "";

    public DateOnly LaunchDate { get; set; }

    public DateOnly? EndDate { get; set; }

    public string Taste { get; set; } = "";

    public string Origin { get; set; } = "";

    public string SellingPoint { get; set; } = "";

    public string Picture { get; set; } = "";

    public Tier MinTier { get; set; }

    public Tier MaxTier { get; set; }

    public static NewBrandRow From(NewBrand record) => new()
    {
        ProductCode = record.ProductCode,
        LaunchDate = record.LaunchDate,
        EndDate = record.EndDate,
        Taste = record.Taste,
        Origin = record.Origin,
        SellingPoint = record.SellingPoint,
        Picture = record.Picture,
        MinTier = record.MinTier,
        MaxTier = record.MaxTier,
    };

    public override NewBrand ToRecord() => new(
        ProductCode, LaunchDate, EndDate, Taste, Origin, SellingPoint, Picture, MinTier, MaxTier);
}
