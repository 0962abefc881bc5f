using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>The columns of one table, filled as its schema names them.</summary>
internal sealed class TableColumns
{
    private readonly List<Column> _all = [];
    private readonly Dictionary<string, Column> _byName = [];

    /// <summary>In the order named.</summary>
    public IReadOnlyList<Column> All => _all;

    /// <summary>A column that must be there, with a value in every row.</summary>
    public Column<T> Required<T>(string header, CellFormat<T> format) =>
        Add(new Column<T>(header, ColumnNeed.Required, format));

    /// <summary>A column that must be there; cells may be empty.</summary>
    public Column<T> MayBeEmpty<T>(string header, CellFormat<T> format) =>
        Add(new Column<T>(header, ColumnNeed.MayBeEmpty, format));

    /// <summary>A column that may be absent.</summary>
    public Column<T> Optional<T>(string header, CellFormat<T> format) =>
        Add(new Column<T>(header, ColumnNeed.Optional, format));

    /// <summary>开始日期 and 结束日期 of an order cycle, with half-day edges.</summary>
    public CycleColumns Cycle() =>
        new(Required("开始日期", CycleEdgeCell.Format), Required("结束日期", CycleEdgeCell.Format));

    /// <summary>品规代码, or 品规名称 beside or instead of it.</summary>
    public ProductColumn Product(ReferenceIndex references)
    {
        var name = Optional("品规名称", TextCell.Free);
        var code = new Column<string>("品规代码", ColumnNeed.Required, TextCell.Folded) { StandIn = name };
        return new ProductColumn(Add(code), name, references);
    }

    /// <summary>1档 … 30档.</summary>
    public TierColumns Tiers() => new(
        [.. Enumerable.Range(1, Tier.Count).Select(tier => MayBeEmpty($"{tier}档", CartonsCell.Format))]);

    /// <summary>A key made of columns named before: no two rows may agree in it.</summary>
    public UniqueKey<TKey> Unique<TKey>(params string[] headers)
        where TKey : notnull => new([.. headers.Select(header => _byName[HeaderName.Fold(header)])]);

    /// <summary>The column a header names, however it is written; null when the table does not know it.</summary>
    public Column? Find(string header) => _byName.GetValueOrDefault(HeaderName.Fold(header));

    private TColumn Add<TColumn>(TColumn column)
        where TColumn : Column
    {
        _all.Add(column);
        _byName.Add(HeaderName.Fold(column.Header), column);
        return column;
    }
}
