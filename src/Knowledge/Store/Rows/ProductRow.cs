namespace ServiceBot.Knowledge.Store;

/// <summary>卷烟品规.</summary>
internal sealed class ProductRow : TradeRow<Product>
{
    public string Code { get; set; } = "";

    public string Name { get; set; } = "";

    public string Brand { get; set; } = "";

    public string Maker { get; set; } = "";

    public string PriceClass { get; set; } = "";

    public string Form { get; set; } = "";

    public decimal? WholesalePrice { get; set; }

    public decimal? RetailPrice { get; set; }

    public decimal? Tar { get; set; }

    public string? Barcode { get; set; }

    public string Nicknames { get; set; } = "";

    public static ProductRow From(Product record) => new()
    {
        Code = record.Code,
        Name = record.Name,
        Brand = record.Brand,
        Maker = record.Maker,
        PriceClass = record.PriceClass,
        Form = record.Form,
        WholesalePrice = record.WholesalePrice,
        RetailPrice = record.RetailPrice,
        Tar = record.Tar,
        Barcode = record.Barcode,
        Nicknames = record.Nicknames,
    };

    public override Product ToRecord() => new(
        Code, Name, Brand, Maker, PriceClass, Form, WholesalePrice, RetailPrice, Tar, Barcode, Nicknames);
}
