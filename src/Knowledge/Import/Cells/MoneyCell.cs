using System.Globalization;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Amounts in yuan and other numbers with at most two decimals.</summary>
internal static class MoneyCell
{
    /// <summary>0 or more.</summary>
    public static readonly CellFormat<decimal> Format = new(ParseUnsigned, 0m);

    /// <summary>May be negative.</summary>
    public static readonly CellFormat<decimal> Signed = new(ParseSigned, 0m);

    // Far above any county's money, far below what the store's columns hold.
    private const decimal Limit = 1_000_000_000_000m;

    private const NumberStyles Style =
        NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign;

    private static string? ParseUnsigned(string text, out decimal value) =>
        ParseSigned(text, out value) ?? (value < 0 ? "不能是负数" : null);

    private static string? ParseSigned(string text, out decimal value)
    {
        var number = TextFolding.FoldWidth(text).TrimStart('¥').TrimEnd('元').Trim();
        if (!decimal.TryParse(number, Style, CultureInfo.InvariantCulture, out value) || Math.Abs(value) >= Limit)
        {
            return "应为数字，如1234.50";
        }

        return decimal.Round(value, 2) == value ? null : "最多两位小数";
    }
}
