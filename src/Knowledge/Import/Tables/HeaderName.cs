using ServiceBot.Knowledge.Import.Cells;

namespace ServiceBot.Knowledge.Import.Tables;

/// <summary>Headers as they are compared.</summary>
internal static class HeaderName
{
    /// <summary>
    /// Width folded, without white space, brackets and what is in them (units), and the * of forms; a tier in whatever
    /// form as 13档.
    /// </summary>
    public static string Fold(string header)
    {
        var name = TextFolding.WithoutWhiteSpace(TextFolding.WithoutBrackets(TextFolding.Trim(header))).Trim('*');
        return name.EndsWith('档') && TierCell.TryParse(name, out var tier) ? tier.ToString() : name;
    }
}
