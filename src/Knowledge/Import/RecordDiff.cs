using System.Collections;

namespace ServiceBot.Knowledge.Import;

/// <summary>
/// Compares an import's records with the current rows as these stream by, by key and then by value. Holds the import
/// once, plus one index: millions of rows pass in little memory.
/// </summary>
internal sealed class RecordDiff<TRecord, TKey>
    where TRecord : class
    where TKey : notnull
{
    private const int None = -1;

    private readonly IReadOnlyList<TRecord> _incoming;
    private readonly Func<TRecord, TKey> _key;
    private readonly Dictionary<TKey, int> _firstOfKey;
    private readonly int[] _nextOfKey;
    private readonly BitArray _matched;
    private readonly BitArray _unchanged;

    public RecordDiff(IReadOnlyList<TRecord> incoming, Func<TRecord, TKey> key)
    {
        _incoming = incoming;
        _key = key;
        _firstOfKey = new Dictionary<TKey, int>(incoming.Count);
        _nextOfKey = new int[incoming.Count];
        _matched = new BitArray(incoming.Count);
        _unchanged = new BitArray(incoming.Count);
        for (var index = incoming.Count - 1; index >= 0; index--)
        {
            var recordKey = key(incoming[index]);
            _nextOfKey[index] = _firstOfKey.GetValueOrDefault(recordKey, None);
            _firstOfKey[recordKey] = index;
        }
    }

    /// <summary>Current rows that the import has with the same values.</summary>
    public int Unchanged { get; private set; }

    /// <summary>Current rows that the import has with other values.</summary>
    public int Changed { get; private set; }

    /// <summary>Current rows that the import does not have.</summary>
    public int Missing { get; private set; }

    /// <summary>Records whose key no current row has.</summary>
    public int Added => _incoming.Count - Unchanged - Changed;

    /// <summary>Records to write, the added and the changed: by the given order, else as they came.</summary>
    public IReadOnlyList<TRecord> ToWrite(Func<TRecord, long>? order)
    {
        var records = _incoming.Where((_, index) => !_unchanged[index]).ToArray();
        if (order is not null)
        {
            Array.Sort(Array.ConvertAll(records, record => order(record)), records);
        }

        return records;
    }

    /// <summary>Takes the next current row and says what becomes of it.</summary>
    public RowFate See(TRecord current)
    {
        var index = Match(current);
        if (index == None)
        {
            Missing++;
            return RowFate.Missing;
        }

        _matched[index] = true;
        if (!_incoming[index].Equals(current))
        {
            Changed++;
            return RowFate.Changed;
        }

        _unchanged[index] = true;
        Unchanged++;
        return RowFate.Unchanged;
    }

    /// <summary>An unmatched record of the same key, an equal one if there is one: a key may stand in several rows.</summary>
    private int Match(TRecord current)
    {
        var found = None;
        for (var index = _firstOfKey.GetValueOrDefault(_key(current), None); index != None; index = _nextOfKey[index])
        {
            if (!_matched[index] && (found == None || _incoming[index].Equals(current)))
            {
                found = index;
            }
        }

        return found;
    }
}

/// <summary>What an import does to a current row.</summary>
internal enum RowFate
{
    /// <summary>It stays.</summary>
    Unchanged,

    /// <summary>Another row takes its place.</summary>
    Changed,

    /// <summary>The import does not have it.</summary>
    Missing,
}
