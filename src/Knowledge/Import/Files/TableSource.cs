namespace ServiceBot.Knowledge.Import.Files;

/// <summary>One table of an import and where it is.</summary>
/// <param name="Table">The table.</param>
/// <param name="FileName">File name without its folder.</param>
/// <param name="SheetName">Sheet name in a workbook; null for CSV.</param>
/// <param name="Open">Opens it, given what tells the table's headers.</param>
internal sealed record TableSource(
    TradeTable Table, string FileName, string? SheetName, Func<Func<string, bool>, TableSheet> Open)
{
    /// <summary>File and sheet, for a person.</summary>
    public string Place => SheetName is null ? FileName : $"{FileName}的工作表“{SheetName}”";
}
