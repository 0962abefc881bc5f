namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>One trade table: its columns, and how a row becomes a record. Serves one reading of one table.</summary>
internal abstract class TableSchema(TradeTable table, TableColumns columns)
{
    /// <summary>The table.</summary>
    public TradeTable Table { get; } = table;

    /// <summary>Its columns.</summary>
    public TableColumns Columns { get; } = columns;

    /// <summary>Reads, checks and keeps a row.</summary>
    public abstract void Take(TableRow row);

    /// <summary>Hands over the rows kept.</summary>
    public abstract void HandOver(TradeTableSet tables);

    /// <summary>What a person should know of the rows read, without the file's name; none for most tables.</summary>
    public virtual IEnumerable<string> Notices() => [];
}

/// <summary>A table whose rows become <typeparamref name="TRecord"/>.</summary>
internal abstract class TableSchema<TRecord>(TradeTable table, TableColumns columns)
    : TableSchema(table, columns)
{
    private readonly List<TRecord> _records = [];

    public override void Take(TableRow row)
    {
        var record = Read(row);
        Check(record, row);
        if (!row.IsFaulty)
        {
            Keep(record);
        }
    }

    public override void HandOver(TradeTableSet tables) => HandOver(tables, _records);

    /// <summary>The record of a row. A cell that is wrong has been said and reads as an empty one.</summary>
    protected abstract TRecord Read(TableRow row);

    /// <summary>Checks beyond one cell. The record may hold empty values where cells are wrong.</summary>
    protected abstract void Check(TRecord record, TableRow row);

    /// <summary>Keeps a record in which nothing is wrong.</summary>
    protected virtual void Keep(TRecord record) => _records.Add(record);

    /// <summary>Puts the records in their place.</summary>
    protected abstract void HandOver(TradeTableSet tables, List<TRecord> records);
}
