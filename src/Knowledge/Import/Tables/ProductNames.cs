namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Products by code and by name.</summary>
internal sealed class ProductNames
{
    private readonly HashSet<string> _codes = [];

    // A name of more than one product has no code.
    private readonly Dictionary<string, string?> _codeByName = [];

    public ProductNames()
    {
    }

    public ProductNames(IReadOnlyDictionary<string, string> nameByCode)
    {
        foreach (var (code, name) in nameByCode)
        {
            Add(code, name);
        }
    }

    public void Add(string code, string name)
    {
        var key = TextFolding.NameKey(name);
        var shared = _codeByName.TryGetValue(key, out var other) && other != code;
        _codeByName[key] = shared ? null : code;
        _codes.Add(code);
    }

    /// <summary>The code, when there is a product of it.</summary>
    public string? FindCode(string code) => _codes.TryGetValue(code, out var known) ? known : null;

    /// <summary>The product or products of a name, brackets, width, space and case folded; null when there is none.</summary>
    public ProductMatch? FindByName(string name) =>
        _codeByName.TryGetValue(TextFolding.NameKey(name), out var code) ? new ProductMatch(code, code is null) : null;
}
