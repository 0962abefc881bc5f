namespace ServiceBot.Knowledge.Search;

/// <summary>A folded text that knows where each of its characters stood in the original.</summary>
public sealed class FoldedText
{
    private readonly int[] _starts;

    internal FoldedText(string original, string text, int[] starts)
    {
        Original = original;
        Text = text;
        _starts = starts;
    }

    /// <summary>The text as written.</summary>
    public string Original { get; }

    /// <summary>The folded text; never longer than the original.</summary>
    public string Text { get; }

    /// <summary>
    /// Where a stretch of the folded text stands in the original: from the first character of the stretch to its last.
    /// An empty stretch is empty there too.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is not inside the folded text.</exception>
    public (int Start, int Length) ToOriginal(int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start + length, Text.Length);
        if (length == 0)
        {
            return (start == Text.Length ? Original.Length : _starts[start], 0);
        }

        return (_starts[start], _starts[start + length - 1] + 1 - _starts[start]);
    }
}
