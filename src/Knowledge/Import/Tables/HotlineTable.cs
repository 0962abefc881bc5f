using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>热线.</summary>
internal sealed class HotlineTable(TableColumns columns) : TableSchema<Hotline>(TradeTable.Hotlines, columns)
{
    private readonly Column<string> _name = columns.Required("名称", TextCell.Free);
    private readonly Column<string> _number = columns.Required("号码", PhoneCell.Any);
    private readonly Column<string> _hours = columns.MayBeEmpty("服务时间", TextCell.Free);
    private readonly Column<string> _note = columns.MayBeEmpty("说明", TextCell.Free);
    private readonly UniqueKey<(string, string)> _key = columns.Unique<(string, string)>("名称", "号码");

    protected override Hotline Read(TableRow row) =>
        new(_name.Read(row), _number.Read(row), _hours.Read(row), _note.Read(row));

    protected override void Check(Hotline record, TableRow row) => _key.Check(row, (record.Name, record.Number));

    protected override void HandOver(TradeTableSet tables, List<Hotline> records) => tables.Hotlines = records;
}
