namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Texts.</summary>
internal static class TextCell
{
    /// <summary>As it stands; line ends are \n.</summary>
    public static readonly CellFormat<string> Free = new(ParseFree, "");

    /// <summary>As it stands; null when empty.</summary>
    public static readonly CellFormat<string?> FreeOrNull = new(ParseFree!, null);

    /// <summary>A code or name that is compared: width folded.</summary>
    public static readonly CellFormat<string> Folded = new(ParseFolded, "");

    /// <summary>Width folded; null when empty.</summary>
    public static readonly CellFormat<string?> FoldedOrNull = new(ParseFolded!, null);

    private static string? ParseFree(string text, out string value)
    {
        value = text.ReplaceLineEndings("\n");
        return null;
    }

    private static string? ParseFolded(string text, out string value)
    {
        value = TextFolding.FoldWidth(text);
        return null;
    }
}
