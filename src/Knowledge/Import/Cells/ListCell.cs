using System.Text;

namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>Lists of names in one cell, however they are separated.</summary>
internal static class ListCell
{
    /// <summary>Separated by any of 、，,；; or a full stop; read as separated by 、, without empty and repeated names.</summary>
    public static readonly CellFormat<string> Names = new(ParseNames, "");

    /// <summary>Wordings separated by |, whole sentences otherwise; read without empty and repeated ones.</summary>
    public static readonly CellFormat<string> Wordings = new(ParseWordings, "");

    /// <summary>Splits what <see cref="Names"/> read.</summary>
    public static string[] Split(string names) => names.Split('、', StringSplitOptions.RemoveEmptyEntries);

    private static string? ParseNames(string text, out string value)
    {
        var folded = TextFolding.FoldWidth(text);
        var separated = new StringBuilder(folded.Length);
        for (var i = 0; i < folded.Length; i++)
        {
            separated.Append(IsSeparator(folded, i) ? '、' : folded[i]);
        }

        value = Join('、', separated.ToString().Split('、'));
        return value.Length > 0 ? null : "应为用、分开的名称";
    }

    private static string? ParseWordings(string text, out string value)
    {
        value = Join('|', text.Replace('｜', '|').ReplaceLineEndings("\n").Split('|'));
        return value.Length > 0 ? null : "应为用|分开的问法";
    }

    private static string Join(char separator, IEnumerable<string> parts) =>
        string.Join(separator, parts.Select(TextFolding.Trim).Where(part => part.Length > 0).Distinct());

    // A full stop between digits is a decimal point.
    private static bool IsSeparator(string text, int at) => text[at] switch
    {
        '、' or ',' or ';' => true,
        '.' => !(IsDigit(text, at - 1) && IsDigit(text, at + 1)),
        _ => false,
    };

    private static bool IsDigit(string text, int at) => at >= 0 && at < text.Length && char.IsAsciiDigit(text[at]);
}
