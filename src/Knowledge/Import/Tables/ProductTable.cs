using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>卷烟品规.</summary>
internal sealed class ProductTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<Product>(TradeTable.Products, columns)
{
    private readonly Column<string> _code = columns.Required("品规代码", TextCell.Folded);
    private readonly Column<string> _name = columns.Required("品规名称", TextCell.Folded);
    private readonly Column<string> _brand = columns.MayBeEmpty("品牌", TextCell.Free);
    private readonly Column<string> _maker = columns.MayBeEmpty("生产企业", TextCell.Free);
    private readonly Column<string> _priceClass = columns.MayBeEmpty("价类", TradeChoices.PriceClass);
    private readonly Column<string> _form = columns.MayBeEmpty("规格", TextCell.Free);
    private readonly Column<decimal?> _wholesalePrice = columns.MayBeEmpty("批发价(元/条)", MoneyCell.Format.OrNull());
    private readonly Column<decimal?> _retailPrice = columns.MayBeEmpty("零售价(元/包)", MoneyCell.Format.OrNull());
    private readonly Column<decimal?> _tar = columns.MayBeEmpty("焦油量(mg)", MoneyCell.Format.OrNull());
    private readonly Column<string?> _barcode = columns.MayBeEmpty("条码", TextCell.FoldedOrNull);
    private readonly Column<string> _nicknames = columns.MayBeEmpty("别名", ListCell.Names);
    private readonly UniqueKey<string> _key = columns.Unique<string>("品规代码");

    protected override Product Read(TableRow row) => new(
        _code.Read(row),
        _name.Read(row),
        _brand.Read(row),
        _maker.Read(row),
        _priceClass.Read(row),
        _form.Read(row),
        _wholesalePrice.Read(row),
        _retailPrice.Read(row),
        _tar.Read(row),
        _barcode.Read(row),
        _nicknames.Read(row));

    protected override void Check(Product record, TableRow row)
    {
        _key.Check(row, record.Code);
        if (row.AreSound(_code))
        {
            references.AddProduct(record.Code, record.Name);
        }
    }

    protected override void HandOver(TradeTableSet tables, List<Product> records) => tables.Products = records;
}
