namespace ServiceBot.Knowledge.Search;

/// <summary>
/// The text that names are looked up in: folded, without spaces, brackets and middle dots, so that 中华（软）, 中华 软
/// and 中华软 are one. Where something was dropped is remembered: 玉溪 软中 is two products.
/// </summary>
internal sealed class KeyText
{
    private const string Dropped = " ()·";
    private readonly FoldedText _folded;
    private readonly int[] _positions;

    private KeyText(FoldedText folded, string text, int[] positions, bool[] gapBefore)
    {
        _folded = folded;
        _positions = positions;
        Text = text;
        GapBefore = gapBefore;
    }

    public string Text { get; }

    public string Original => _folded.Original;

    /// <summary>True where white space was dropped before the character.</summary>
    public bool[] GapBefore { get; }

    public static string KeyOf(string name) => Read(name).Text;

    public static KeyText Read(string original)
    {
        var folded = TextFolding.Fold(original, keepSpaces: true);
        var characters = new char[folded.Text.Length];
        var positions = new int[folded.Text.Length];
        var gaps = new bool[folded.Text.Length + 1];
        var count = 0;
        for (var index = 0; index < folded.Text.Length; index++)
        {
            if (IsDropped(folded.Text, index))
            {
                gaps[count] |= folded.Text[index] == ' ';
                continue;
            }

            characters[count] = folded.Text[index];
            positions[count++] = index;
        }

        // 毫克 and mg are both two characters, so positions hold.
        var text = new string(characters, 0, count).Replace("毫克", "mg", StringComparison.Ordinal);
        return new KeyText(folded, text, positions[..count], gaps);
    }

    /// <summary>
    /// The stretch as it stands in the original; a closing bracket that belongs to it is taken along.
    /// </summary>
    public (int Start, int Length) ToOriginal(int start, int length)
    {
        var first = _positions[start];
        var last = _positions[start + length - 1];
        var inside = _folded.Text.AsSpan(first, last + 1 - first);
        if (last + 1 < _folded.Text.Length && _folded.Text[last + 1] == ')' && inside.Count('(') > inside.Count(')'))
        {
            last++;
        }
        else if (first > 0 && _folded.Text[first - 1] == '(' && inside.Count(')') > inside.Count('('))
        {
            first--;
        }

        return _folded.ToOriginal(first, last + 1 - first);
    }

    /// <summary>True when the stretch does not cut a number or a Latin word in two.</summary>
    public bool IsWhole(int start, int length) => !Joins(start) && !Joins(start + length);

    private bool Joins(int position) =>
        position > 0 && position < Text.Length && !GapBefore[position] && SameRun(Text[position - 1], Text[position]);

    private static bool SameRun(char left, char right) =>
        (char.IsAsciiDigit(left) && char.IsAsciiDigit(right))
        || (char.IsAsciiLetter(left) && char.IsAsciiLetter(right));

    // A dot inside 红2.0 or NO.5 belongs to the name; one after a sentence does not.
    private static bool IsDropped(string text, int index) =>
        Dropped.Contains(text[index], StringComparison.Ordinal)
        || (text[index] == '.' && index > 0 && index + 1 < text.Length
            && char.IsAsciiLetterOrDigit(text[index - 1]) && char.IsAsciiDigit(text[index + 1]));
}
