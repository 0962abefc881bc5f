using System.Numerics;

namespace ServiceBot.Knowledge.Search;

/// <summary>
/// A dictionary of words that answers "which words begin here" without making a string: one look-up a length that
/// occurs for the first character.
/// </summary>
internal sealed class KeyTable<T>
{
    private const int MaxLength = 31;
    private readonly Dictionary<string, T> _values = new(StringComparer.Ordinal);
    private readonly Dictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly Dictionary<char, uint> _lengths = [];

    public KeyTable() => _lookup = _values.GetAlternateLookup<ReadOnlySpan<char>>();

    public int Count => _values.Count;

    public IReadOnlyCollection<T> Values => _values.Values;

    /// <summary>The value of a word, made when absent. Words of more than 31 characters are not kept: null.</summary>
    public T? GetOrAdd(string word, Func<string, T> make)
    {
        if (word.Length is 0 or > MaxLength)
        {
            return default;
        }

        if (!_values.TryGetValue(word, out var value))
        {
            value = make(word);
            _values.Add(word, value);
            _lengths[word[0]] = _lengths.GetValueOrDefault(word[0]) | (1u << word.Length);
        }

        return value;
    }

    public T? Find(ReadOnlySpan<char> word) => _lookup.TryGetValue(word, out var value) ? value : default;

    /// <summary>The length of the longest word that the text begins with, or 0.</summary>
    public int LongestPrefix(ReadOnlySpan<char> text)
    {
        for (var lengths = LengthsAt(text); lengths != 0;)
        {
            var length = BitOperations.Log2(lengths);
            if (_lookup.ContainsKey(text[..length]))
            {
                return length;
            }

            lengths &= ~(1u << length);
        }

        return 0;
    }

    /// <summary>A bit for each length of the words with the text's first character that fit in the text.</summary>
    public uint LengthsAt(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty || !_lengths.TryGetValue(text[0], out var lengths))
        {
            return 0;
        }

        return text.Length >= MaxLength ? lengths : lengths & ((1u << (text.Length + 1)) - 1);
    }
}
