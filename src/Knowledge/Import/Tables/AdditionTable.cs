using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>增投.</summary>
internal sealed class AdditionTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<Addition>(TradeTable.Additions, columns)
{
    private readonly CycleColumns _cycle = columns.Cycle();
    private readonly Column<LicenseNumber> _license = columns.Required("许可证号", references.License);
    private readonly ProductColumn _product = columns.Product(references);
    private readonly Column<int> _cartons = columns.Required("增投(条)", CartonsCell.Format);
    private readonly Column<string> _reason = columns.MayBeEmpty("原因", TextCell.Free);
    private readonly UniqueKey<(OrderCycle, LicenseNumber, string, string)> _key =
        columns.Unique<(OrderCycle, LicenseNumber, string, string)>("开始日期", "结束日期", "许可证号", "品规代码", "原因");

    protected override Addition Read(TableRow row) => new(
        _cycle.Read(row), _license.Read(row), _product.Read(row), _cartons.Read(row), _reason.Read(row));

    protected override void Check(Addition record, TableRow row) =>
        _key.Check(row, (record.Cycle, record.License, record.ProductCode, record.Reason));

    protected override void HandOver(TradeTableSet tables, List<Addition> records) => tables.Additions = records;
}
