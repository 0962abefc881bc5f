using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>人员.</summary>
internal sealed class StaffTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<StaffMember>(TradeTable.Staff, columns)
{
    private readonly Column<string> _number = columns.Required("工号", TextCell.Folded);
    private readonly Column<string> _name = columns.Required("姓名", TextCell.Free);
    private readonly Column<StaffRole> _role = columns.Required("岗位", TradeChoices.StaffRole);
    private readonly Column<string> _phone = columns.MayBeEmpty("电话", PhoneCell.Any);
    private readonly Column<string> _routes = columns.MayBeEmpty("线路", ListCell.Names);
    private readonly UniqueKey<string> _key = columns.Unique<string>("工号");

    protected override StaffMember Read(TableRow row) => new(
        _number.Read(row), _name.Read(row), _role.Read(row), _phone.Read(row), _routes.Read(row));

    protected override void Check(StaffMember record, TableRow row)
    {
        _key.Check(row, record.Number);
        if (row.AreSound(_number))
        {
            references.AddStaff(record.Number);
        }
    }

    protected override void HandOver(TradeTableSet tables, List<StaffMember> records) => tables.Staff = records;
}
