using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>价位段限量.</summary>
internal sealed class BandTable(TableColumns columns) : TableSchema<BandLimit>(TradeTable.BandLimits, columns)
{
    private readonly CycleColumns _cycle = columns.Cycle();
    private readonly Column<string> _band = columns.Required("价位段", TextCell.Folded);
    private readonly TierColumns _tiers = columns.Tiers();
    private readonly UniqueKey<(OrderCycle Cycle, string Band)> _key =
        columns.Unique<(OrderCycle, string)>("开始日期", "结束日期", "价位段");

    protected override BandLimit Read(TableRow row) => new(_cycle.Read(row), _band.Read(row), _tiers.Read(row));

    protected override void Check(BandLimit record, TableRow row) => _key.Check(row, (record.Cycle, record.Band));

    protected override void HandOver(TradeTableSet tables, List<BandLimit> records) => tables.BandLimits = records;
}
