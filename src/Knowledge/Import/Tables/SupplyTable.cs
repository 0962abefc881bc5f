using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>货源投放.</summary>
internal sealed class SupplyTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<SupplyLimit>(TradeTable.SupplyLimits, columns)
{
    private readonly CycleColumns _cycle = columns.Cycle();
    private readonly ProductColumn _product = columns.Product(references);
    private readonly Column<SupplyMethod> _method = columns.Required("投放方式", TradeChoices.SupplyMethod);
    private readonly Column<string> _band = columns.MayBeEmpty("价位段", TextCell.Folded);
    private readonly Column<MarketType?> _market = columns.Optional("市场类型", TradeChoices.MarketOrAll);
    private readonly Column<string> _formats = columns.Optional("业态", ListCell.Names);
    private readonly Column<string> _districts = columns.Optional("区县", ListCell.Names);
    private readonly Column<SupplyStatus> _status = columns.Required("状态", TradeChoices.SupplyStatus);
    private readonly Column<string> _condition = columns.MayBeEmpty("条件", TextCell.Free);
    private readonly TierColumns _tiers = columns.Tiers();
    private readonly SupplyOverlaps _overlaps = new();

    protected override SupplyLimit Read(TableRow row) => new(
        _cycle.Read(row),
        _product.Read(row),
        _method.Read(row),
        _band.Read(row),
        _market.Read(row),
        _formats.Read(row),
        _districts.Read(row),
        _status.Read(row),
        _condition.Read(row),
        _tiers.Read(row));

    protected override void Check(SupplyLimit record, TableRow row)
    {
        CheckBand(record, row);
        if (_cycle.AreSound(row) && row.AreSound(_product.Code, _market, _formats, _districts))
        {
            _overlaps.Check(row, record, _product.Code);
        }
    }

    protected override void HandOver(TradeTableSet tables, List<SupplyLimit> records) => tables.SupplyLimits = records;

    private void CheckBand(SupplyLimit record, TableRow row)
    {
        var byBand = record.Method == SupplyMethod.ByPriceBand;
        if (row.AreSound(_method, _band) && byBand != (record.Band.Length > 0))
        {
            row.Fault(
                _band,
                byBand ? null : row.Text(_band),
                byBand ? "不能为空：投放方式是按价位段自选" : "应为空：投放方式不是按价位段自选");
        }
    }
}
