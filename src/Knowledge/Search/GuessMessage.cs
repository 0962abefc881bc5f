namespace ServiceBot.Knowledge.Search;

/// <summary>A message as the guesser sees it: where a guess may stand, and which characters may be wrong.</summary>
internal sealed class GuessMessage
{
    private readonly KeyText _text;
    private readonly MessageContext _context;
    private readonly int[] _segmentAt;
    private readonly IReadOnlyList<Segment> _segments;

    public GuessMessage(KeyText text, IReadOnlyList<Segment> segments, MessageContext context)
    {
        _text = text;
        _context = context;
        _segments = segments;
        _segmentAt = new int[text.Text.Length];
        Array.Fill(_segmentAt, -1);
        for (var index = 0; index < segments.Count; index++)
        {
            _segmentAt.AsSpan(segments[index].Start, segments[index].Length).Fill(index);
        }
    }

    public int Length => _text.Text.Length;

    public ReadOnlySpan<char> Stretch(int start, int length) => _text.Text.AsSpan(start, length);

    /// <summary>
    /// True when the stretch holds something that no product key covers and cuts no word in two. A full name it may
    /// swallow only with so many characters more: 金圣软瑞响 is no 金圣软 when it sounds like 金圣软瑞香.
    /// </summary>
    public bool MayStand(int start, int length, int moreThanFullName)
    {
        var open = 0;
        for (var position = start; position < start + length; position++)
        {
            var segment = _segmentAt[position] < 0 ? (Segment?)null : _segments[_segmentAt[position]];
            if (!Continues(start, position)
                || (segment is { } inside && !MaySwallow(inside, start, length, moreThanFullName)))
            {
                return false;
            }

            open += segment?.Key is null ? 1 : 0;
        }

        return open > 0 && _text.IsWhole(start, length);
    }

    /// <summary>True when a character may be a wrong one: it is no vocabulary word's.</summary>
    public bool MayBeWrong(int position) =>
        TextFolding.IsHan(_text.Text[position]) && _context.KindAt(position) is WordKind.None;

    /// <summary>
    /// True when a character may be missing from a stretch: a short one that holds vocabulary is rather a sentence's.
    /// </summary>
    public bool MayLack(int start, int length)
    {
        if (length > 3)
        {
            return true;
        }

        for (var position = start; position < start + length; position++)
        {
            if (_context.KindAt(position) is not WordKind.None)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The keys with the most characters in place, where the others may be wrong.</summary>
    public List<NameKey> MostAlike(int start, int length, List<NameKey> keys, out int shared)
    {
        var best = new List<NameKey>();
        shared = 0;
        foreach (var key in keys)
        {
            var same = SharedWith(key, start, length);
            if (same > shared && same < length)
            {
                best.Clear();
                shared = same;
            }

            if (same == shared && same < length)
            {
                best.Add(key);
            }
        }

        return best;
    }

    /// <summary>Lengths of the runs of letters and digits that begin here, longest first; spaces may lie in.</summary>
    public IEnumerable<int> LetterRunsAt(int start)
    {
        if (!IsRunStart(start))
        {
            return [];
        }

        var end = start;
        var ends = new List<int>();
        while (end < Length && char.IsAsciiLetterOrDigit(_text.Text[end]))
        {
            end++;
            if (end == Length || !char.IsAsciiLetterOrDigit(_text.Text[end]) || _text.GapBefore[end])
            {
                ends.Insert(0, end - start);
            }
        }

        return ends.Where(length => length >= 2);
    }

    private bool IsRunStart(int start) =>
        char.IsAsciiLetter(_text.Text[start])
        && (start == 0 || _text.GapBefore[start] || !char.IsAsciiLetterOrDigit(_text.Text[start - 1]));

    // -1 when a character that differs belongs to the vocabulary.
    private int SharedWith(NameKey key, int start, int length)
    {
        var same = 0;
        for (var index = 0; index < length; index++)
        {
            if (key.Text[index] == _text.Text[start + index])
            {
                same++;
            }
            else if (!MayBeWrong(start + index))
            {
                return -1;
            }
        }

        return same;
    }

    // Spelt-out pinyin may hold spaces; in Chinese a space parts two names.
    private bool Continues(int start, int position) =>
        IsWordCharacter(_text.Text[position])
        && (position == start || !_text.GapBefore[position] || char.IsAscii(_text.Text[position]));

    private static bool MaySwallow(Segment segment, int start, int length, int moreThanFullName) =>
        segment.Start >= start && segment.End <= start + length
        && segment.Length + (segment.Key?.Strength == KeyStrength.Full ? moreThanFullName : 1) <= length;

    private static bool IsWordCharacter(char character) =>
        TextFolding.IsHan(character) || char.IsAsciiLetterOrDigit(character);
}
