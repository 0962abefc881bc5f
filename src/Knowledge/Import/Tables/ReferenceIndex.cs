using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>What a text names among the products.</summary>
/// <param name="Code">The code; null when no product, or more than one, is meant.</param>
/// <param name="IsAmbiguous">True when more than one is meant.</param>
internal readonly record struct ProductMatch(string? Code, bool IsAmbiguous);

/// <summary>
/// What rows may refer to: what is already loaded and what the tables of this import bring. The texts it gives back are
/// its own, so that millions of rows share one string a product and one a retailer.
/// </summary>
internal sealed class ReferenceIndex
{
    private readonly ProductNames _loaded;
    private readonly ProductNames _imported = new();
    private readonly HashSet<LicenseNumber> _licenses;
    private readonly HashSet<string> _staff;
    private readonly HashSet<TradeTable> _incomplete = [];

    public ReferenceIndex(TradeReferences loaded)
    {
        _loaded = new ProductNames(loaded.ProductNameByCode);
        _licenses = [.. loaded.Licenses];
        _staff = [.. loaded.StaffNumbers];
        License = new(ParseLicense, default);
        Staff = new(ParseStaff, "");
    }

    /// <summary>许可证号 of a retailer there is.</summary>
    public CellFormat<LicenseNumber> License { get; }

    /// <summary>工号 of a member of staff there is.</summary>
    public CellFormat<string> Staff { get; }

    /// <summary>The product that a code, else a name, means. Names of this import go before those loaded earlier.</summary>
    public ProductMatch FindProduct(string text)
    {
        var folded = TextFolding.FoldWidth(text);
        var code = _imported.FindCode(folded) ?? _loaded.FindCode(folded);
        var match = code is null
            ? _imported.FindByName(text) ?? _loaded.FindByName(text) ?? default
            : new ProductMatch(code, false);
        var unknown = match is { Code: null, IsAmbiguous: false };
        return unknown && _incomplete.Contains(TradeTable.Products) ? new ProductMatch(folded, false) : match;
    }

    /// <summary>A product of this import.</summary>
    public void AddProduct(string code, string name) => _imported.Add(code, name);

    /// <summary>A retailer of this import.</summary>
    public void AddLicense(LicenseNumber license) => _licenses.Add(license);

    /// <summary>A member of staff of this import.</summary>
    public void AddStaff(string number) => _staff.Add(number);

    /// <summary>
    /// Tables of this import could not be read whole, which is a fault of its own: from now on nothing is called unknown
    /// that they may have held.
    /// </summary>
    public void MarkIncomplete(IEnumerable<TradeTable> tables) => _incomplete.UnionWith(tables);

    private string? ParseLicense(string text, out LicenseNumber value)
    {
        var expected = LicenseCell.Format.Parse(text, out var read);
        var known = _licenses.TryGetValue(read, out value);
        value = known ? value : read;
        return expected ?? (known || _incomplete.Contains(TradeTable.Retailers) ? null : "应为零售户表里有的许可证号");
    }

    private string? ParseStaff(string text, out string value)
    {
        var read = TextFolding.FoldWidth(text);
        var known = _staff.TryGetValue(read, out var shared);
        value = shared ?? read;
        return known || _incomplete.Contains(TradeTable.Staff) ? null : "应为人员表里有的工号";
    }
}
