namespace ServiceBot.Knowledge.Search;

/// <summary>The parsed table: one packed word a character, 230 kB in all.</summary>
internal sealed class PinyinTable
{
    private const char First = '\u2E80';
    private const char Last = '\u9FFF';

    // What Unihan leaves alone because the character also has a use of its own, but a traditional text means this.
    private const string ExtraSimplified = "裏里裡里麼么乾干鬆松囍喜";

    private readonly PinyinEntry[] _entries = new PinyinEntry[Last - First + 1];
    private readonly List<string> _spellings = [];
    private readonly int[] _fuzzyClasses;

    /// <summary>Reads lines of <c>char,readings separated by spaces,simplified</c> below one header line.</summary>
    public PinyinTable(string csv)
    {
        var ids = new Dictionary<string, int>(512, StringComparer.Ordinal);
        var lookup = ids.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var line in csv.AsSpan(csv.IndexOf('\n') + 1).EnumerateLines())
        {
            // Characters beyond the basic plane are two chars here; nobody writes a product's name with them.
            if (line.Length > 2 && line[1] == ',' && line[0] is >= First and <= Last)
            {
                _entries[line[0] - First] = ReadEntry(line, lookup);
            }
        }

        AddExtraSimplified();
        _fuzzyClasses = FuzzyPinyin.ClassesOf(_spellings);
    }

    public PinyinEntry this[char character] =>
        character is >= First and <= Last ? _entries[character - First] : default;

    public string Spelling(int syllable) => _spellings[syllable];

    public int FuzzyClass(int syllable) => _fuzzyClasses[syllable];

    private PinyinEntry ReadEntry(
        ReadOnlySpan<char> line, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        var readings = line[2..];
        var comma = readings.IndexOf(',');
        var entry = new PinyinEntry(comma + 1 < readings.Length ? SimplifiedOf(readings[(comma + 1)..]) : '\0');
        foreach (var range in readings[..comma].Split(' '))
        {
            entry = entry.With(IdOf(readings[range], ids));
        }

        return entry;
    }

    private static char SimplifiedOf(ReadOnlySpan<char> text) => text.Length == 1 ? text[0] : '\0';

    private int IdOf(ReadOnlySpan<char> spelling, Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ids)
    {
        if (!ids.TryGetValue(spelling, out var id))
        {
            id = _spellings.Count;
            ids[spelling] = id;
            _spellings.Add(spelling.ToString());
        }

        return id;
    }

    private void AddExtraSimplified()
    {
        for (var index = 0; index < ExtraSimplified.Length; index += 2)
        {
            ref var entry = ref _entries[ExtraSimplified[index] - First];
            entry = entry.WithSimplified(ExtraSimplified[index + 1]);
        }
    }
}

/// <summary>Up to four readings of 9 bits, their number and the simplified form, packed into one word.</summary>
internal readonly struct PinyinEntry
{
    private const int ReadingBits = 9;
    private const int CountAt = 40;
    private const int SimplifiedAt = 48;
    private readonly ulong _bits;

    public PinyinEntry(char simplified)
        : this((ulong)simplified << SimplifiedAt)
    {
    }

    private PinyinEntry(ulong bits) => _bits = bits;

    public int Count => (int)(_bits >> CountAt) & 0xF;

    public char Simplified => (char)(_bits >> SimplifiedAt);

    public int Reading(int index) => (int)(_bits >> (index * ReadingBits)) & ((1 << ReadingBits) - 1);

    public PinyinEntry With(int syllable) => Count == Pinyin.MaxReadings
        ? this
        : new((_bits | ((ulong)syllable << (Count * ReadingBits))) + (1UL << CountAt));

    public PinyinEntry WithSimplified(char simplified) =>
        new((_bits & ((1UL << SimplifiedAt) - 1)) | ((ulong)simplified << SimplifiedAt));
}
