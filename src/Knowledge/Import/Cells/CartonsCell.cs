using System.Globalization;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Whole cartons (条), at most a million.</summary>
internal static class CartonsCell
{
    /// <summary>0 or more; empty is 0.</summary>
    public static readonly CellFormat<int> Format = new(ParseUnsigned, 0);

    /// <summary>Negative is a return.</summary>
    public static readonly CellFormat<int> Signed = new(ParseSigned, 0);

    private const int Limit = 1_000_000;

    private const NumberStyles Style =
        NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    // A decimal point is allowed by the style for 5.00, which some exports write; the value must be whole.
    private static string? ParseSigned(string text, out int value) =>
        int.TryParse(TextFolding.FoldWidth(text), Style, CultureInfo.InvariantCulture, out value)
            && value is >= -Limit and <= Limit ? null : "应为整数条数";

    private static string? ParseUnsigned(string text, out int value) =>
        ParseSigned(text, out value) is null && value >= 0 ? null : "应为0或更大的整数条数";
}
