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
