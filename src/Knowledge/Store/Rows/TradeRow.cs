namespace ServiceBot.Knowledge.Store;

/// <summary>
/// A row of a trade table as the store keeps it. Rows are never edited: a change removes the old row and adds the new
/// one, so every version stays readable and can be put back.
/// </summary>
internal abstract class TradeRow
{
    public long Id { get; set; }

    /// <summary>The version that added the row.</summary>
    public long AddedIn { get; set; }

    /// <summary>The version that removed it; null while it is current.</summary>
    public long? RemovedIn { get; set; }
}

/// <summary>A stored row that holds one record.</summary>
internal abstract class TradeRow<TRecord> : TradeRow
{
    public abstract TRecord ToRecord();
}
