namespace ServiceBot.Knowledge.Search;

/// <summary>Finds the product of a known brand by its form alone.</summary>
internal sealed class FormFinder
{
    private const string AfterOneCharacter = "的呢吗盒包款";

    private static readonly string[] FormWords =
        ["双中支", "双中", "细支", "中支", "短支", "粗支", "爆珠", "新版", "老版", "罐装", "硬盒", "软盒", "硬包", "软包", "硬", "软"];

    private readonly IReadOnlyList<Product> _products;
    private readonly IReadOnlyList<ProductName> _names;
    private readonly Dictionary<string, int> _indexByCode = new(StringComparer.Ordinal);
    private readonly ILookup<string, int> _indicesByBrand;

    public FormFinder(IReadOnlyList<Product> products, IReadOnlyList<ProductName> names)
    {
        _products = products;
        _names = names;
        for (var index = 0; index < products.Count; index++)
        {
            _indexByCode[products[index].Code] = index;
        }

        _indicesByBrand = Enumerable.Range(0, products.Count).ToLookup(index => names[index].Brand);
    }

    public IReadOnlyList<ProductCandidate> Find(string brandOrProductCode, string text)
    {
        var subject = _indexByCode.TryGetValue(brandOrProductCode, out var known) ? known : (int?)null;
        var brand = subject is { } index ? _names[index].Brand : KeyText.KeyOf(brandOrProductCode);
        var members = _indicesByBrand[brand].ToList();
        var words = KeyText.KeyOf(text);
        var exact = ByWholeForm(members, words, subject);
        return exact.Count > 0 ? exact : ByFormWord(members, words, subject);
    }

    private List<ProductCandidate> ByWholeForm(List<int> members, string words, int? subject)
    {
        var fitting = members.Where(index => index != subject && Says(words, _names[index].Form)).ToList();
        var longest = fitting.Select(index => _names[index].Form.Length).DefaultIfEmpty().Max();
        var generic = FormWords.FirstOrDefault(word => Says(words, word));
        return generic?.Length > longest
            ? []
            : Candidates(fitting.Where(index => _names[index].Form.Length == longest), MatchScores.FormedNickname);
    }

    private List<ProductCandidate> ByFormWord(List<int> members, string words, int? subject)
    {
        if (FormWords.FirstOrDefault(form => Says(words, form)) is not { } spoken)
        {
            return [];
        }

        var word = spoken is "硬盒" or "硬包" or "软盒" or "软包" ? spoken[..1] : spoken;
        var others = members.Where(index => index != subject).ToList();
        var swapped = others.Where(index => subject is { } from && IsSwap(_names[from].Form, _names[index].Form, word));
        var same = others.Where(index => _names[index].Form == word);
        var holding = others.Where(index =>
            _names[index].Form.Contains(word, StringComparison.Ordinal) || _products[index].Form == word);
        return Candidates(swapped, MatchScores.FormedNickname) is { Count: > 0 } counterpart ? counterpart
            : Candidates(same, MatchScores.FormedNickname) is { Count: > 0 } plain ? plain
            : Candidates(holding, MatchScores.CorePart);
    }

    // 软蓝 to 硬蓝: the same form but for the pack.
    private static bool IsSwap(string from, string to, string pack) =>
        pack is "硬" or "软" && from.Length > 1 && from[0] is '硬' or '软' && to == pack + from[1..];

    // One character is a form only where it stands as one: 硬的, 红呢; not in 硬是要 or 红包.
    private static bool Says(string words, string form)
    {
        if (form.Length == 0)
        {
            return false;
        }

        var at = words.IndexOf(form, StringComparison.Ordinal);
        var end = at + form.Length;
        return at >= 0 && (form.Length > 1 || end == words.Length
            || AfterOneCharacter.Contains(words[end], StringComparison.Ordinal));
    }

    private List<ProductCandidate> Candidates(IEnumerable<int> indices, double score) =>
        [.. indices.Select(index => new ProductCandidate(_products[index], MatchKind.Part, score))];
}
