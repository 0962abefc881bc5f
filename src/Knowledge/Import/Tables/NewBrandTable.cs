using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>新品.</summary>
internal sealed class NewBrandTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<NewBrand>(TradeTable.NewBrands, columns)
{
    private readonly ProductColumn _product = columns.Product(references);
    private readonly Column<DateOnly> _launchDate = columns.Required("上市日期", DateCell.Format);
    private readonly Column<DateOnly?> _endDate = columns.MayBeEmpty("结束日期", DateCell.Format.OrNull());
    private readonly Column<string> _taste = columns.MayBeEmpty("口味", TextCell.Free);
    private readonly Column<string> _origin = columns.MayBeEmpty("产地", TextCell.Free);
    private readonly Column<string> _sellingPoint = columns.MayBeEmpty("卖点", TextCell.Free);
    private readonly Column<string> _picture = columns.MayBeEmpty("图片", TextCell.Free);
    private readonly Column<TierRange> _tiers = columns.MayBeEmpty("适用档位", TierRangeCell.Format);
    private readonly UniqueKey<string> _key = columns.Unique<string>("品规代码");

    protected override NewBrand Read(TableRow row)
    {
        var tiers = _tiers.Read(row);
        return new NewBrand(
            _product.Read(row),
            _launchDate.Read(row),
            _endDate.Read(row),
            _taste.Read(row),
            _origin.Read(row),
            _sellingPoint.Read(row),
            _picture.Read(row),
            tiers.Min,
            tiers.Max);
    }

    protected override void Check(NewBrand record, TableRow row)
    {
        _key.Check(row, record.ProductCode);
        DateOrder.Check(row, _launchDate, record.LaunchDate, _endDate, record.EndDate);
    }

    protected override void HandOver(TradeTableSet tables, List<NewBrand> records) => tables.NewBrands = records;
}
