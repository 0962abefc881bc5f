namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Every exact way to write the products: official names, the table's nicknames, nicknames formed by the trade's habit,
/// parts, and brands.
/// </summary>
internal sealed class NameKeys
{
    private static readonly char[] NicknameSeparators = ['、', '，', ',', ';', '；', '|', '/'];
    private static readonly string[] FormWords = ["硬", "软", "细支", "中支", "短支", "双中支", "爆珠"];
    private readonly KeyTable<NameKey> _keys = new();
    private readonly IReadOnlyList<Product> _products;
    private readonly ProductName[] _names;

    public NameKeys(IReadOnlyList<Product> products)
    {
        _products = products;
        _names = [.. products.Select(ProductName.Parse)];
        for (var index = 0; index < products.Count; index++)
        {
            AddOfficial(index);
            AddFormed(index);
            AddParts(index);
            AddBrands(index);
            AddTableNicknames(index);
        }

        AddShortNicknames();
        AddLongerParts();
        AddByFormWord();
        foreach (var key in _keys.Values)
        {
            key.Freeze();
        }
    }

    public KeyTable<NameKey> Table => _keys;

    public IReadOnlyList<ProductName> Names => _names;

    private void AddOfficial(int index)
    {
        var name = _names[index];
        if (name.Form.Length + name.Tail.Length == 0)
        {
            // A product without a form, such as 宝岛, is written like its brand.
            Add(name.Brand, index, MatchKind.Name, MatchScores.Name, KeyStrength.Familiar);
            return;
        }

        Add(name.Brand + name.Form + name.Tail, index, MatchKind.Name, MatchScores.Name, KeyStrength.Full);
    }

    private void AddFormed(int index)
    {
        var name = _names[index];
        if (name.Form.Length == 0)
        {
            return;
        }

        Formed(name.Form + name.Brand + name.Tail, MatchScores.FormedNickname);
        if (name.Form[0] is not ('硬' or '软'))
        {
            // A hard pack's 硬 is left out of many official names, and retailers put it back.
            Formed(name.Brand + "硬" + name.Form + name.Tail, MatchScores.TurnedForm);
        }

        if (name.TurnedForm() is { } turned)
        {
            Formed(name.Brand + turned + name.Tail, MatchScores.TurnedForm);
            Formed(turned + name.Brand + name.Tail, MatchScores.TurnedForm);
        }

        void Formed(string key, double score) => Add(key, index, MatchKind.Nickname, score, KeyStrength.Full);
    }

    private void AddParts(int index)
    {
        var name = _names[index];
        if (!name.IsGenericForm && IsTelling(name.Form))
        {
            Add(name.Form + name.Tail, index, MatchKind.Part, MatchScores.FormPart, KeyStrength.Part);
            Add(name.TurnedForm() ?? name.Form, index, MatchKind.Part, MatchScores.FormPart, KeyStrength.Part);
        }

        if (name.Core.Length == 0 || name.Core == name.Form)
        {
            return;
        }

        Add(name.Brand + name.Core, index, MatchKind.Part, MatchScores.CorePart, KeyStrength.Full);
        Add(name.Core + name.Brand, index, MatchKind.Part, MatchScores.CorePart, KeyStrength.Full);
        if (IsTelling(name.Core))
        {
            Add(name.Core, index, MatchKind.Part, MatchScores.CorePart, KeyStrength.Part);
        }
    }

    private void AddBrands(int index)
    {
        foreach (var brand in BrandTexts(index).Where(brand => brand.Length >= 2))
        {
            _keys.GetOrAdd(brand, text => new NameKey(text))?.AddBrand(index, _products[index]);
        }
    }

    private IEnumerable<string> BrandTexts(int index)
    {
        // 红双喜(上海) names a place too, which is no brand; 双喜·好日子 are two.
        var brand = TextFolding.Fold(_products[index].Brand).Text.Split('(')[0];
        return brand.Split('·').Append(brand).Select(KeyText.KeyOf).Append(_names[index].Brand).Distinct();
    }

    private void AddTableNicknames(int index)
    {
        var nicknames = _products[index].Nicknames.Split(NicknameSeparators, StringSplitOptions.RemoveEmptyEntries);
        foreach (var nickname in nicknames)
        {
            var key = KeyText.KeyOf(nickname);
            var hasBrand = key.Length > _names[index].Brand.Length && BrandEnd(key, _names[index].Brand) > 0;
            var strength = hasBrand ? KeyStrength.Full : KeyStrength.Familiar;
            Add(key, index, MatchKind.Nickname, MatchScores.TableNickname, strength);
        }
    }

    /// <summary>软中, 硬玉: the pack and the brand's first character, where only one product fits.</summary>
    private void AddShortNicknames()
    {
        var shorts = Enumerable.Range(0, _names.Length)
            .Where(index => _names[index] is { Form: "硬" or "软", Tail: "", Brand.Length: > 1 })
            .ToLookup(index => _names[index].Form + _names[index].Brand[0]);
        foreach (var group in shorts.Where(group => group.Count() == 1 && _keys.Find(group.Key) is null))
        {
            Add(group.Key, group.First(), MatchKind.Nickname, MatchScores.ShortNickname, KeyStrength.Familiar);
        }
    }

    /// <summary>金砖 is a part of 金砖中支 by its core; 金砖时代 begins with it and is meant less often.</summary>
    private void AddLongerParts()
    {
        for (var index = 0; index < _names.Length; index++)
        {
            var core = _names[index].Core;
            for (var length = 2; length < core.Length; length++)
            {
                if (_keys.Find(core.AsSpan(0, length)) is { Strength: KeyStrength.Part, IsBrand: false })
                {
                    Add(core[..length], index, MatchKind.Part, MatchScores.LongerPart, KeyStrength.Part);
                }
            }
        }
    }

    /// <summary>黄鹤楼细支, 软黄鹤楼: every product of the brand with this form, unless the words name one already.</summary>
    private void AddByFormWord()
    {
        var members = Enumerable.Range(0, _names.Length)
            .SelectMany(index => FormWords.Where(word => HasForm(index, word)).Select(word => (Word: word, Index: index)))
            .ToLookup(pair => (_names[pair.Index].Brand, pair.Word), pair => pair.Index);
        foreach (var group in members)
        {
            var (brand, word) = group.Key;
            foreach (var key in new[] { brand + word, word + brand }.Where(key => _keys.Find(key) is null))
            {
                group.ToList().ForEach(index => Add(key, index, MatchKind.Part, MatchScores.LongerPart, KeyStrength.Full));
            }
        }
    }

    private bool HasForm(int index, string word) =>
        word.Length == 1
            ? _names[index].Form.StartsWith(word, StringComparison.Ordinal)
            : _names[index].Form.Contains(word, StringComparison.Ordinal) || _products[index].Form == word;

    private void Add(string key, int index, MatchKind kind, double score, KeyStrength strength)
    {
        if (key.Length < 2)
        {
            return;
        }

        _keys.GetOrAdd(key, text => new NameKey(text))?.Add(
            index, new ProductCandidate(_products[index], kind, score), strength, BrandEnd(key, _names[index].Brand));
    }

    private static int BrandEnd(string key, string brand) =>
        brand.Length >= 2
        && (key.StartsWith(brand, StringComparison.Ordinal) || key.EndsWith(brand, StringComparison.Ordinal))
            ? brand.Length
            : 0;

    /// <summary>A part that can stand alone: Chinese of two characters or more, a number of three or more.</summary>
    private static bool IsTelling(string part) =>
        part.Length >= 2 && (part.Any(TextFolding.IsHan) || (part.Length >= 3 && part.All(char.IsAsciiDigit)));
}
