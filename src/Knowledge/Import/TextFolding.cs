using System.Text;

namespace ServiceBot.Knowledge.Import;

/// <summary>Makes texts that differ only in how they were typed equal.</summary>
internal static class TextFolding
{
    private const char FirstWide = '\uFF01';
    private const char LastWide = '\uFF5E';
    private const int WideToNarrow = 0xFEE0;

    /// <summary>Full-width letters, digits, signs and brackets as half-width ones; ￥ as ¥.</summary>
    public static string FoldWidth(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange(FirstWide, LastWide) && !text.Contains('￥', StringComparison.Ordinal))
        {
            return text;
        }

        return string.Create(text.Length, text, static (folded, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                folded[i] = FoldWidth(source[i]);
            }
        });
    }

    /// <summary>For comparing names: width folded, no white space, lower case.</summary>
    public static string NameKey(string name) => WithoutWhiteSpace(FoldWidth(name)).ToLowerInvariant();

    /// <summary>Trims white space, also the wide one, and the invisible marks that exports leave.</summary>
    public static string Trim(string text) =>
        text.Length > 0 && (IsEdge(text[0]) || IsEdge(text[^1])) ? TrimEdges(text) : text;

    /// <summary>The text without white space anywhere.</summary>
    public static string WithoutWhiteSpace(string text) =>
        text.Any(char.IsWhiteSpace) ? string.Concat(text.Where(c => !char.IsWhiteSpace(c))) : text;

    /// <summary>Width folded, and without what stands in (), [] or 【】.</summary>
    public static string WithoutBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;
        foreach (var c in FoldWidth(text))
        {
            depth += c is '(' or '[' or '【' ? 1 : 0;
            if (depth == 0)
            {
                kept.Append(c);
            }

            depth = c is ')' or ']' or '】' ? Math.Max(0, depth - 1) : depth;
        }

        return kept.ToString();
    }

    private static char FoldWidth(char c) => c switch
    {
        >= FirstWide and <= LastWide => (char)(c - WideToNarrow),
        '￥' => '¥',
        _ => c,
    };

    private static bool IsEdge(char c) => char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B';

    private static string TrimEdges(string text)
    {
        var start = 0;
        var end = text.Length;
        while (start < end && IsEdge(text[start]))
        {
            start++;
        }

        while (end > start && IsEdge(text[end - 1]))
        {
            end--;
        }

        return text[start..end];
    }
}
