using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>经营政策.</summary>
internal sealed class PolicyTable(TableColumns columns)
    : TableSchema<PolicyNotice>(TradeTable.PolicyNotices, columns)
{
    private readonly Column<DateOnly> _effectiveDate = columns.Required("生效日期", DateCell.Format);
    private readonly Column<DateOnly?> _expiryDate = columns.MayBeEmpty("失效日期", DateCell.Format.OrNull());
    private readonly Column<string> _title = columns.Required("标题", TextCell.Free);
    private readonly Column<string> _body = columns.Required("内容", TextCell.Free);
    private readonly UniqueKey<(DateOnly, string)> _key = columns.Unique<(DateOnly, string)>("生效日期", "标题");

    protected override PolicyNotice Read(TableRow row) =>
        new(_effectiveDate.Read(row), _expiryDate.Read(row), _title.Read(row), _body.Read(row));

    protected override void Check(PolicyNotice record, TableRow row)
    {
        _key.Check(row, (record.EffectiveDate, record.Title));
        DateOrder.Check(row, _effectiveDate, record.EffectiveDate, _expiryDate, record.ExpiryDate);
    }

    protected override void HandOver(TradeTableSet tables, List<PolicyNotice> records) =>
        tables.PolicyNotices = records;
}
