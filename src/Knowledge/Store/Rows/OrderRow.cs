namespace ServiceBot.Knowledge.Store;

/// <summary>订货.</summary>
internal sealed class OrderRow : TradeRow<Order>
{
    public DateOnly Date { get; set; }

    public LicenseNumber License { get; set; }

    public string ProductCode { get; set; } = "";

    public int Cartons { get; set; }

    public static OrderRow From(Order record) => new()
    {
        Date = record.Date,
        License = record.License,
        ProductCode = record.ProductCode,
        Cartons = record.Cartons,
    };

    public override Order ToRecord() => new(Date, License, ProductCode, Cartons);
}
