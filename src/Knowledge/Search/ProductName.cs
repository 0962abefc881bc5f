using System.Text.RegularExpressions;

namespace ServiceBot.Knowledge.Search;

/// <summary>
/// A product's name taken apart: 黄鹤楼(硬感恩)新版 is the brand 黄鹤楼, the form 硬感恩 and the tail 新版, all as keys.
/// </summary>
/// <param name="Brand">What stands before the bracket.</param>
/// <param name="Form">What stands in it; empty when there is none.</param>
/// <param name="Tail">What stands after it; mostly empty.</param>
internal sealed partial record ProductName(string Brand, string Form, string Tail)
{
    /// <summary>The form without words such as 硬, 细支, 新版, 3mg at its ends: 软1916 and 1916中支 share 1916.</summary>
    public string Core { get; } = CoreOf(Form);

    /// <summary>True when the form says only how the pack or the stick is made, as 硬, 细支 and 双中支 do.</summary>
    public bool IsGenericForm { get; } = Form.Length > 0 && GenericForm().IsMatch(Form);

    public static ProductName Parse(Product product)
    {
        var folded = TextFolding.Fold(product.Name).Text;
        var open = folded.IndexOf('(', StringComparison.Ordinal);
        var close = folded.IndexOf(')', Math.Max(0, open));
        if (open > 0 && close > open)
        {
            return new(KeyOf(folded[..open]), KeyOf(folded[(open + 1)..close]), KeyOf(folded[(close + 1)..]));
        }

        var key = KeyOf(folded);
        var brand = KeyOf(product.Brand);
        return key.Length > brand.Length && brand.Length > 0 && key.StartsWith(brand, StringComparison.Ordinal)
            ? new(brand, key[brand.Length..], "")
            : new(key, "", "");
    }

    /// <summary>The same form with its leading or trailing form word at the other end: 细支荷花 and 荷花细支.</summary>
    public string? TurnedForm()
    {
        var leading = LeadingStick().Match(Form);
        var trailing = TrailingStick().Match(Form);
        return leading.Success && leading.Length < Form.Length ? Form[leading.Length..] + leading.Value
            : trailing.Success && trailing.Index > 0 ? trailing.Value + Form[..trailing.Index]
            : null;
    }

    private static string KeyOf(string text) => KeyText.KeyOf(text);

    private static string CoreOf(string form)
    {
        for (var before = ""; before != form;)
        {
            before = form;
            form = Trailing().Replace(Leading().Replace(form, ""), "");
        }

        return form;
    }

    [GeneratedRegex("^(?:硬盒?|软盒?|双中支|双中|细支|中支|短支|粗支|爆珠|新版|老版|罐装|升级版)+$")]
    private static partial Regex GenericForm();

    [GeneratedRegex("^(?:硬盒?|软盒?|双中支|细支|中支|短支|粗支|\\d+mm|\\d+mg|爆珠)")]
    private static partial Regex Leading();

    [GeneratedRegex("(?:双中支|细支|中支|短支|爆珠|新版|老版|罐装|升级版|\\d+支|\\d+mm|\\d+mg)$")]
    private static partial Regex Trailing();

    [GeneratedRegex("^(?:双中支|细支|中支|短支)")]
    private static partial Regex LeadingStick();

    [GeneratedRegex("(?:双中支|细支|中支|短支)$")]
    private static partial Regex TrailingStick();
}
