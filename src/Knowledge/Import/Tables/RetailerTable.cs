using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>零售户.</summary>
internal sealed class RetailerTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<Retailer>(TradeTable.Retailers, columns)
{
    private readonly Column<LicenseNumber> _license = columns.Required("许可证号", LicenseCell.Format);
    private readonly Column<string> _customerCode = columns.MayBeEmpty("客户编码", TextCell.Folded);
    private readonly Column<string> _shopName = columns.Required("店名", TextCell.Free);
    private readonly Column<string> _owner = columns.MayBeEmpty("经营者", TextCell.Free);
    private readonly Column<string> _phone = columns.MayBeEmpty("手机号", PhoneCell.Mobile);
    private readonly Column<Tier> _tier = columns.Required("档位", TierCell.Format);
    private readonly Column<MarketType> _market = columns.Required("市场类型", TradeChoices.Market);
    private readonly Column<string> _format = columns.MayBeEmpty("业态", TextCell.Folded);
    private readonly Column<OrderDay> _orderDay = columns.Required("订货日", OrderDayCell.Format);
    private readonly Column<DayOfWeek?> _deliveryDay = columns.MayBeEmpty("送货日", WeekdayCell.Format.OrNull());
    private readonly Column<string> _route = columns.MayBeEmpty("线路", TextCell.Folded);
    private readonly Column<string> _manager = columns.MayBeEmpty("客户经理工号", references.Staff);
    private readonly Column<RetailerStatus> _status = columns.Required("状态", TradeChoices.RetailerStatus);
    private readonly Column<string?> _district = columns.Optional("区县", TextCell.FoldedOrNull);
    private readonly Column<string?> _creditGrade = columns.Optional("信用等级", TextCell.FoldedOrNull);
    private readonly Column<string?> _terminalLevel = columns.Optional("终端层级", TextCell.FoldedOrNull);
    private readonly UniqueKey<LicenseNumber> _key = columns.Unique<LicenseNumber>("许可证号");

    protected override Retailer Read(TableRow row) => new(
        _license.Read(row),
        _customerCode.Read(row),
        _shopName.Read(row),
        _owner.Read(row),
        _phone.Read(row),
        _tier.Read(row),
        _market.Read(row),
        _format.Read(row),
        _orderDay.Read(row),
        _deliveryDay.Read(row),
        _route.Read(row),
        _manager.Read(row),
        _status.Read(row),
        _district.Read(row),
        _creditGrade.Read(row),
        _terminalLevel.Read(row));

    protected override void Check(Retailer record, TableRow row)
    {
        _key.Check(row, record.License);
        if (row.AreSound(_license))
        {
            references.AddLicense(record.License);
        }
    }

    protected override void HandOver(TradeTableSet tables, List<Retailer> records) => tables.Retailers = records;
}
