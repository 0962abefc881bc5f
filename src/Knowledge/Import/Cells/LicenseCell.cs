namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>许可证号.</summary>
internal static class LicenseCell
{
    /// <summary>12 digits.</summary>
    public static readonly CellFormat<LicenseNumber> Format = new(Parse, default);

    private static string? Parse(string text, out LicenseNumber value) =>
        LicenseNumber.TryParse(TextFolding.FoldWidth(text), out value) ? null : "应为12位数字";
}
