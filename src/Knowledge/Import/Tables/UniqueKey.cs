namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Finds rows that agree in a key.</summary>
internal sealed class UniqueKey<TKey>(Column[] columns)
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _rowByKey = [];
    private readonly string _headers = string.Join('、', columns.Select(column => column.Name));

    /// <summary>A fault when an earlier row has the same key. A key that could not be read is passed over.</summary>
    public void Check(TableRow row, TKey key)
    {
        if (!row.AreSound(columns) || _rowByKey.TryAdd(key, row.Number))
        {
            return;
        }

        row.FaultInRow(_headers, Shown(row), $"{_headers}不能重复，第{_rowByKey[key]}行已经有了");
    }

    private string Shown(TableRow row) => string.Join(" / ", columns.Select(row.Shown));
}
