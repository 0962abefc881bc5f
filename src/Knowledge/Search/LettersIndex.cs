using System.Text;

namespace ServiceBot.Knowledge.Search;

/// <summary>Keys by their pinyin: initials (hhl, rzh) and in full (huanghelou).</summary>
internal sealed class LettersIndex
{
    private const int MostKeys = 12;
    private readonly KeyTable<List<NameKey>> _byInitials = new();
    private readonly KeyTable<List<NameKey>> _bySpelling = new();

    public LettersIndex(IEnumerable<NameKey> keys)
    {
        foreach (var key in keys.Where(IsAbbreviated))
        {
            foreach (var sound in SoundIndex.SoundsOf(key.Text))
            {
                AddTo(_byInitials, Spell(sound, initialsOnly: true), key);
                AddTo(_bySpelling, Spell(sound, initialsOnly: false), key);
            }
        }
    }

    /// <summary>What a run of letters and digits means, brands before other names; null for nothing.</summary>
    public (MatchKind Kind, double Factor, List<NameKey> Keys)? Find(ReadOnlySpan<char> run)
    {
        if (_bySpelling.Find(run) is { } spelt && run.Length >= 4)
        {
            return (MatchKind.Homophone, MatchScores.SoundFactor, BestOf(spelt));
        }

        IEnumerable<NameKey> keys = _byInitials.Find(run) ?? [];
        var best = BestOf(run.Length > 2 ? keys : keys.Where(key => key.Strength == KeyStrength.Familiar));
        return best.Count > 0 ? (MatchKind.Initials, MatchScores.InitialsFactor, best) : null;
    }

    private static List<NameKey> BestOf(IEnumerable<NameKey> keys)
    {
        var brands = keys.Where(key => key.IsBrand).ToList();
        return brands.Count > 0
            ? brands
            : [.. keys.OrderByDescending(key => key.Candidates[0].Score).Take(MostKeys)];
    }

    private static bool IsAbbreviated(NameKey key) =>
        key.Strength > KeyStrength.Part && key.Text.Length <= 8 && key.Text.Count(TextFolding.IsHan) >= 2;

    private static string Spell(string sound, bool initialsOnly)
    {
        var letters = new StringBuilder();
        foreach (var character in sound)
        {
            var spelling = Pinyin.Spell(character);
            letters.Append(initialsOnly ? spelling[..1] : spelling);
        }

        return letters.ToString();
    }

    private static void AddTo(KeyTable<List<NameKey>> table, string letters, NameKey key)
    {
        var keys = table.GetOrAdd(letters, _ => []);
        if (keys is not null && !keys.Contains(key))
        {
            keys.Add(key);
        }
    }
}
