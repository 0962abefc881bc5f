namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Keys by every way to leave out one character, so that one wrong or missing character is found by look-ups alone.
/// </summary>
internal sealed class TypoIndex
{
    private const int MaxLength = 12;
    private readonly KeyTable<List<(NameKey Key, int Left)>> _shortened = new();
    private readonly HashSet<int> _pairs = [];

    public TypoIndex(IEnumerable<NameKey> keys)
    {
        foreach (var key in keys.Where(IsLongEnough))
        {
            for (var left = 0; left < key.Text.Length; left++)
            {
                if (IsTelling(key, left))
                {
                    _shortened.GetOrAdd(key.Text.Remove(left, 1), _ => [])?.Add((key, left));
                    NotePair(key.Text, left);
                }
            }
        }
    }

    /// <summary>Keys that the stretch is with one character wrong; the same characters stand everywhere else.</summary>
    public List<NameKey>? WithOneWrong(ReadOnlySpan<char> stretch, Func<int, bool> mayBeWrong)
    {
        List<NameKey>? found = null;
        Span<char> rest = stackalloc char[MaxLength];
        for (var wrong = 0; wrong < stretch.Length; wrong++)
        {
            if (!MayBegin(stretch, wrong) || !mayBeWrong(wrong))
            {
                continue;
            }

            stretch[..wrong].CopyTo(rest);
            stretch[(wrong + 1)..].CopyTo(rest[wrong..]);
            Collect(rest[..(stretch.Length - 1)], wrong, ref found);
        }

        return found;
    }

    /// <summary>Keys that the stretch is with one character missing.</summary>
    public List<NameKey>? WithOneMissing(ReadOnlySpan<char> stretch)
    {
        List<NameKey>? found = null;
        if (stretch.Length >= 3)
        {
            Collect(stretch, null, ref found);
        }

        return found;
    }

    private void Collect(ReadOnlySpan<char> shortened, int? left, ref List<NameKey>? found)
    {
        foreach (var (key, at) in _shortened.Find(shortened) ?? [])
        {
            if (left is null || at == left)
            {
                found ??= [];
                found.Add(key);
            }
        }
    }

    // Two neighbours that begin no shortened key end the search for a stretch at once.
    private bool MayBegin(ReadOnlySpan<char> stretch, int wrong)
    {
        var first = wrong == 0 ? 1 : 0;
        var second = wrong == first + 1 ? first + 2 : first + 1;
        return second < stretch.Length && _pairs.Contains((stretch[first] << 16) | stretch[second]);
    }

    private void NotePair(string key, int left)
    {
        var first = left == 0 ? 1 : 0;
        var second = left == first + 1 ? first + 2 : first + 1;
        if (second < key.Length)
        {
            _pairs.Add((key[first] << 16) | key[second]);
        }
    }

    private static bool IsLongEnough(NameKey key) =>
        key.Text.Length <= MaxLength && key.Text.Length >= (key.Strength == KeyStrength.Part ? 4 : 3);

    /// <summary>Beside a brand something of the form must remain: 南京到 is not 南京红.</summary>
    private static bool IsTelling(NameKey key, int left)
    {
        if (key.BrandLength == 0 || key.BrandLength == key.Text.Length || key.Text.Length - key.BrandLength > 1)
        {
            return true;
        }

        // One character beside the brand: it must not be the one left out, whichever end the brand is at.
        var formAtEnd = left == key.Text.Length - 1;
        var formAtStart = left == 0;
        return !formAtEnd && !formAtStart;
    }
}
