namespace ServiceBot.Knowledge.Store;

/// <summary>到货.</summary>
internal sealed class ArrivalRow : TradeRow<Arrival>
{
    public DateOnly Date { get; set; }

    public string ProductCode { get; set; } = "";

    public string Note { get; set; } = "";

    public static ArrivalRow From(Arrival record) => new()
    {
        Date = record.Date,
        ProductCode = record.ProductCode,
        Note = record.Note,
    };

    public override Arrival ToRecord() => new(Date, ProductCode, Note);
}
