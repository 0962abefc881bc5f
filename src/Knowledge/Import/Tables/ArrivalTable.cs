using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>到货.</summary>
internal sealed class ArrivalTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<Arrival>(TradeTable.Arrivals, columns)
{
    private readonly Column<DateOnly> _date = columns.Required("到货日期", DateCell.Format);
    private readonly ProductColumn _product = columns.Product(references);
    private readonly Column<string> _note = columns.MayBeEmpty("说明", TextCell.Free);
    private readonly UniqueKey<(DateOnly, string)> _key = columns.Unique<(DateOnly, string)>("到货日期", "品规代码");

    protected override Arrival Read(TableRow row) => new(_date.Read(row), _product.Read(row), _note.Read(row));

    protected override void Check(Arrival record, TableRow row) => _key.Check(row, (record.Date, record.ProductCode));

    protected override void HandOver(TradeTableSet tables, List<Arrival> records) => tables.Arrivals = records;
}
