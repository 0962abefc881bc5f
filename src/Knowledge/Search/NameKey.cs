namespace ServiceBot.Knowledge.Search;

/// <summary>How far a key alone shows that a product is meant.</summary>
internal enum KeyStrength
{
    /// <summary>A part of a name: 记忆, 厦门 and 蓝天 are parts too.</summary>
    Part,

    /// <summary>A brand or a nickname: 南京 and 跨越 are ordinary words as well.</summary>
    Familiar,

    /// <summary>A brand together with its form, such as 中华软: needs nothing else.</summary>
    Full,
}

/// <summary>One way to write one or several products, such as 软中华, with what it may mean.</summary>
internal sealed class NameKey(string text)
{
    private readonly Dictionary<int, ProductCandidate> _candidates = [];
    private readonly List<(int Index, Product Product)> _brand = [];

    /// <summary>The key's characters.</summary>
    public string Text { get; } = text;

    public KeyStrength Strength { get; private set; }

    /// <summary>How many of the key's characters, at either end, are the brand; 0 for parts and nicknames.</summary>
    public int BrandLength { get; private set; }

    /// <summary>True when the key is a brand's name.</summary>
    public bool IsBrand => _brand.Count > 0;

    /// <summary>What the key may mean, best first; empty until <see cref="Freeze"/>.</summary>
    public IReadOnlyList<ProductCandidate> Candidates { get; private set; } = [];

    public void Add(int index, ProductCandidate candidate, KeyStrength strength, int brandLength)
    {
        Strength = strength > Strength ? strength : Strength;
        BrandLength = Math.Max(BrandLength, brandLength);
        if (!_candidates.TryGetValue(index, out var known) || known.Score < candidate.Score)
        {
            _candidates[index] = candidate;
        }
    }

    public void AddBrand(int index, Product product)
    {
        Strength = Strength == KeyStrength.Part ? KeyStrength.Familiar : Strength;
        if (_brand.Count == 0 || _brand[^1].Index != index)
        {
            _brand.Add((index, product));
        }
    }

    /// <summary>Makes the ranking when all is added, so that readers on several threads share it.</summary>
    public void Freeze() => Candidates = Rank();

    private List<ProductCandidate> Rank()
    {
        var named = _candidates.Where(pair => pair.Value.Kind == MatchKind.Name).ToList();
        var ranked = (named.Count > 0 ? named : [.. _candidates])
            .OrderByDescending(pair => pair.Value.Score).ThenBy(pair => pair.Key).ToList();
        var listed = ranked.Select(pair => pair.Key).ToHashSet();
        return
        [
            .. ranked.Select(pair => pair.Value),
            .. _brand.Where(member => !listed.Contains(member.Index))
                .Select(member => new ProductCandidate(member.Product, MatchKind.Part, MatchScores.Brand)),
        ];
    }
}

/// <summary>Scores of the ways to recognise a product, in one place so that they stay in order.</summary>
internal static class MatchScores
{
    public const double Name = 1.0;
    public const double TableNickname = 0.98;
    public const double FormedNickname = 0.95;
    public const double TurnedForm = 0.9;
    public const double ShortNickname = 0.86;
    public const double FormPart = 0.85;
    public const double CorePart = 0.8;
    public const double LongerPart = 0.7;
    public const double Brand = 0.5;

    /// <summary>What a score is worth when only the sound is the same.</summary>
    public const double SoundFactor = 0.85;

    /// <summary>What it is worth when the sound is the same to a regional ear only.</summary>
    public const double BlurredSoundFactor = 0.7;

    /// <summary>What it is worth when one character is wrong or missing.</summary>
    public const double TypoFactor = 0.65;

    /// <summary>What it is worth when only the pinyin initials are there.</summary>
    public const double InitialsFactor = 0.75;
}
