namespace ServiceBot.Knowledge.Search;

/// <summary>
/// What the rest of a message says about the words that may name a product. The rule: a full name (brand with form)
/// stands by itself. A brand or nickname, which may be an ordinary word, needs a trade word (限量, 条, 到货 …) with at
/// most 12 other characters, or a light one (多少钱, 还有 …) with at most 2, or nothing but filler beside it. A part of a
/// name needs the same, but no filler beyond particles (那金砖呢). A guess (sound, letters, typing error) needs a trade
/// word with at most 4 other characters, or nothing but filler. Words of other matters (天气, 门票 …) outweigh all but a
/// trade word, and then it must stand closer.
/// </summary>
internal sealed class MessageContext
{
    private const int LongestGuess = 24;
    private readonly WordKind[] _kinds;

    private MessageContext(WordKind[] kinds) => _kinds = kinds;

    public bool HasTradeWord { get; private set; }

    public bool HasLightWord { get; private set; }

    public bool HasAwayWord { get; private set; }

    public bool HasFiller { get; private set; }

    /// <summary>True when something says that products or buying are meant.</summary>
    public bool HasCue => HasTradeWord || HasLightWord;

    /// <summary>Reads the vocabulary words of the positions that no product key covers.</summary>
    public static MessageContext Read(string text, IReadOnlyList<Segment> segments)
    {
        var context = new MessageContext(new WordKind[text.Length]);
        var position = 0;
        foreach (var segment in segments.Where(segment => segment.Key is not null))
        {
            context.ReadGap(text, position, segment.Start);
            position = segment.End;
        }

        context.ReadGap(text, position, text.Length);
        context.HasTradeWord |= segments.Any(segment => segment.Key?.Strength == KeyStrength.Full);
        return context;
    }

    /// <summary>The kind of the vocabulary word at a position.</summary>
    public WordKind KindAt(int position) => _kinds[position];

    /// <summary>Letters and Chinese characters that are neither vocabulary nor covered.</summary>
    public int Residual(string text, bool[] covered)
    {
        var count = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var counts = !covered[index] && _kinds[index] is WordKind.None or WordKind.Away;
            count += counts && IsWordCharacter(text[index]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Whether a key of this strength is meant as a product.</summary>
    public bool Allows(KeyStrength strength, int residual) => strength switch
    {
        KeyStrength.Full => true,
        KeyStrength.Familiar => Allows(residual, beside: 12, besideLight: 2),
        _ => (HasCue || !HasFiller) && Allows(residual, beside: 12, besideLight: 2),
    };

    /// <summary>Whether a guess may be made.</summary>
    public bool AllowsGuess(int residual) => Allows(residual, beside: 4, besideLight: 0);

    /// <summary>False when no guess, however long, could be allowed: then there is no need to look for one.</summary>
    public bool MayAllowGuess(int residual) => residual > 0 && AllowsGuess(residual - LongestGuess);

    // Where other matters are spoken of too, a trade word must stand closer.
    private bool Allows(int residual, int beside, int besideLight) =>
        HasTradeWord ? residual <= (HasAwayWord ? beside / 3 : beside)
        : !HasAwayWord && residual <= (HasLightWord ? besideLight : 0);

    private void ReadGap(string text, int start, int end)
    {
        for (var position = start; position < end;)
        {
            var length = SearchWords.Vocabulary.LongestPrefix(text.AsSpan(position, end - position));
            if (length == 0)
            {
                position++;
                continue;
            }

            Mark(position, length, SearchWords.Vocabulary.Find(text.AsSpan(position, length))!.Kind);
            position += length;
        }
    }

    private void Mark(int position, int length, WordKind kind)
    {
        _kinds.AsSpan(position, length).Fill(kind);
        HasTradeWord |= kind == WordKind.Trade;
        HasLightWord |= kind == WordKind.Light;
        HasAwayWord |= kind == WordKind.Away;
        HasFiller |= kind == WordKind.Filler;
    }

    private static bool IsWordCharacter(char character) =>
        TextFolding.IsHan(character) || char.IsAsciiLetter(character);
}
