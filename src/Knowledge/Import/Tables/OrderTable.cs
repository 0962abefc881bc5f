using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>订货. Several lines of one date, retailer and product are added up: exports have a line an order.</summary>
internal sealed class OrderTable(TableColumns columns, ReferenceIndex references)
    : TableSchema<Order>(TradeTable.Orders, columns)
{
    private readonly Column<DateOnly> _date = columns.Required("订货日期", DateCell.Format);
    private readonly Column<LicenseNumber> _license = columns.Required("许可证号", references.License);
    private readonly ProductColumn _product = columns.Product(references);
    private readonly Column<int> _cartons = columns.Required("数量(条)", CartonsCell.Signed);

    // Millions of rows: a set of the orders themselves takes a third of what a dictionary by key would.
    private readonly HashSet<Order> _orders = new(new SameKey());
    private int _added;

    public override IEnumerable<string> Notices() =>
        _added == 0 ? [] : [$"有{_added}行与前面的行日期、许可证号和品规都相同，数量已相加"];

    protected override Order Read(TableRow row) =>
        new(_date.Read(row), _license.Read(row), _product.Read(row), _cartons.Read(row));

    protected override void Check(Order record, TableRow row)
    {
    }

    protected override void Keep(Order record)
    {
        if (_orders.TryGetValue(record, out var earlier))
        {
            _orders.Remove(earlier);
            record = record with { Cartons = record.Cartons + earlier.Cartons };
            _added++;
        }

        _orders.Add(record);
    }

    protected override void HandOver(TradeTableSet tables, List<Order> records) => tables.Orders = [.. _orders];

    private sealed class SameKey : IEqualityComparer<Order>
    {
        public bool Equals(Order? x, Order? y) =>
            x!.Date == y!.Date && x.License == y.License && x.ProductCode == y.ProductCode;

        public int GetHashCode(Order order) => HashCode.Combine(order.Date, order.License, order.ProductCode);
    }
}
