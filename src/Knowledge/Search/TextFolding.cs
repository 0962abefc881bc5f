using System.Buffers;

namespace ServiceBot.Knowledge.Search;

/// <summary>
/// One written form for matching: half width, lower case, simplified characters, round brackets, no white space between
/// Chinese characters. Character by character, so that every position leads back to the text as it was written.
/// </summary>
public static class TextFolding
{
    private static readonly SearchValues<char> OpenBrackets = SearchValues.Create("（【〔〖［[｛{⦅");
    private static readonly SearchValues<char> CloseBrackets = SearchValues.Create("）】〕〗］]｝}⦆");
    private static readonly SearchValues<char> MiddleDots = SearchValues.Create("·•・‧∙⋅");

    /// <summary>
    /// Folds a text. Runs of white space become one space, or nothing between two Chinese characters; line breaks stay
    /// as <c>\n</c>; invisible characters go.
    /// </summary>
    public static FoldedText Fold(string text) => Fold(text, keepSpaces: false);

    /// <summary>True for a Chinese character (CJK Unified Ideographs of the basic plane).</summary>
    public static bool IsHan(char character) => character is >= '\u3400' and <= '\u9FFF';

    internal static FoldedText Fold(string text, bool keepSpaces)
    {
        var folded = new char[text.Length];
        var starts = new int[text.Length];
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = FoldCharacter(text[index]);
            var isLost = character == ' ' && !KeepsSpace(text, index, folded.AsSpan(0, count), keepSpaces);
            if (character == '\0' || isLost)
            {
                continue;
            }

            folded[count] = character;
            starts[count++] = index;
        }

        return new FoldedText(text, new string(folded, 0, count), starts[..count]);
    }

    private static char FoldCharacter(char character) => character switch
    {
        '\r' or '\u2028' or '\u2029' => '\n',
        '\n' => '\n',
        >= 'A' and <= 'Z' => (char)(character + 32),
        < '\u0080' when !char.IsWhiteSpace(character) && character is not ('[' or ']' or '{' or '}') => character,
        '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\uFE0E' or '\uFE0F' => '\0',
        _ when char.IsWhiteSpace(character) => ' ',
        _ when IsHan(character) => Pinyin.Simplify(character),
        _ when OpenBrackets.ContainsAny(character) => '(',
        _ when CloseBrackets.ContainsAny(character) => ')',
        _ when MiddleDots.ContainsAny(character) => '·',
        >= '\uFF01' and <= '\uFF5E' => char.ToLowerInvariant((char)(character - 0xFEE0)),
        _ => char.ToLowerInvariant(character),
    };

    private static bool ContainsAny(this SearchValues<char> values, char character) => values.Contains(character);

    private static bool KeepsSpace(string text, int index, ReadOnlySpan<char> before, bool keepSpaces)
    {
        if (before.IsEmpty || before[^1] is ' ' or '\n')
        {
            return false;
        }

        var next = text.AsSpan(index).TrimStart();
        return !next.IsEmpty && (keepSpaces || !IsHan(before[^1]) || !IsHan(next[0]));
    }
}
