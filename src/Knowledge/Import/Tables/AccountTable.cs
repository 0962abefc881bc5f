using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>结算账户.</summary>
internal sealed class AccountTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<SettlementAccount>(TradeTable.SettlementAccounts, columns)
{
    private readonly Column<LicenseNumber> _license = columns.Required("许可证号", references.License);
    private readonly Column<string> _bank = columns.MayBeEmpty("开户银行", TextCell.Free);
    private readonly Column<string> _cardTail = columns.MayBeEmpty("账号尾号", TextCell.Folded);
    private readonly Column<decimal> _balance = columns.Required("余额(元)", MoneyCell.Signed);
    private readonly Column<DateTimeOffset> _balanceAt = columns.Required("余额时间", InstantCell.Format);
    private readonly Column<decimal> _pending = columns.MayBeEmpty("待扣金额(元)", MoneyCell.Format);
    private readonly Column<DateTimeOffset?> _deductionAt = columns.MayBeEmpty("扣款时间", InstantCell.Format.OrNull());
    private readonly Column<string> _lastResult = columns.MayBeEmpty("上次扣款结果", TextCell.Free);
    private readonly UniqueKey<LicenseNumber> _key = columns.Unique<LicenseNumber>("许可证号");

    protected override SettlementAccount Read(TableRow row) => new(
        _license.Read(row),
        _bank.Read(row),
        _cardTail.Read(row),
        _balance.Read(row),
        _balanceAt.Read(row),
        _pending.Read(row),
        _deductionAt.Read(row),
        _lastResult.Read(row));

    protected override void Check(SettlementAccount record, TableRow row) => _key.Check(row, record.License);

    protected override void HandOver(TradeTableSet tables, List<SettlementAccount> records) =>
        tables.SettlementAccounts = records;
}
