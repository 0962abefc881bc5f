namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Finds the stretches of a sentence that name products. Immutable and safe for threads. Exact ways to write a product
/// come first (official names with any brackets or none, nicknames of the table and by habit, parts, brands), and what
/// covers most of the text wins; guesses (same sound, pinyin letters, one character wrong or missing) only fill what is
/// left. What may be an ordinary word counts only by the rule of <see cref="MessageContext"/>.
/// </summary>
internal sealed class ProductIndex
{
    private const int LongestMessage = 1000;
    private readonly NameKeys _keys;
    private readonly Lazy<GuessFinder> _guesses;
    private readonly FormFinder _forms;

    /// <summary>Builds the index; what guessing needs is built on the first message that calls for a guess.</summary>
    public ProductIndex(IReadOnlyList<Product> products)
    {
        _keys = new NameKeys(products);
        _guesses = new Lazy<GuessFinder>(() => new GuessFinder(_keys.Table.Values));
        _forms = new FormFinder(products, _keys.Names);
    }

    /// <summary>
    /// The products named, in order of appearance; positions refer to the text as given. A mention with several
    /// candidates is ambiguous. Only the first 1000 characters are read.
    /// </summary>
    public IReadOnlyList<ProductMention> Find(string text)
    {
        var key = KeyText.Read(text.Length > LongestMessage ? text[..LongestMessage] : text);
        var segments = Segmenter.Cut(key, _keys.Table);
        var context = MessageContext.Read(key.Text, segments);
        var covered = Covered(key, segments);
        var guesses = Guess(key, segments, context, covered);
        var named = Named(key, segments, context, covered).Where(segment =>
            !guesses.Exists(guess => guess.Start <= segment.Start && segment.End <= guess.End));
        var found = named.Select(Found.Of).Concat(guesses.Select(Found.Of)).OrderBy(one => one.Start).ToList();
        return [.. BrandJoin.Join(found, key.Text, _keys.Table).Select(one => one.ToMention(key))];
    }

    /// <summary>
    /// What a form word alone means after a product or brand: 「那硬的呢」 after 中华(软) is 中华(硬). Best first; empty when
    /// the text has no form of this brand.
    /// </summary>
    /// <param name="brandOrProductCode">品规代码 of the subject, or its brand's name.</param>
    /// <param name="text">The retailer's words.</param>
    public IReadOnlyList<ProductCandidate> FindByForm(string brandOrProductCode, string text) =>
        _forms.Find(brandOrProductCode, text);

    private static IEnumerable<Segment> Named(
        KeyText key, List<Segment> segments, MessageContext context, bool[] covered)
    {
        // A part that is none, such as 上海 in 南京到上海, is one more word beside the others.
        var isPart = context.Allows(KeyStrength.Part, context.Residual(key.Text, covered));
        foreach (var part in segments.Where(segment => !isPart && segment.Key?.Strength == KeyStrength.Part))
        {
            covered.AsSpan(part.Start, part.Length).Clear();
        }

        var residual = context.Residual(key.Text, covered);
        return segments.Where(segment => segment.Key is { } name
            && (name.Strength == KeyStrength.Part ? isPart : context.Allows(name.Strength, residual)));
    }

    private List<WeakMatch> Guess(KeyText key, List<Segment> segments, MessageContext context, bool[] covered)
    {
        var residual = context.Residual(key.Text, covered);
        if (!context.MayAllowGuess(residual))
        {
            return [];
        }

        var guesses = _guesses.Value.Find(key, segments, context);
        var left = (bool[])covered.Clone();
        guesses.ForEach(guess => left.AsSpan(guess.Start, guess.Length).Fill(true));
        residual = context.Residual(key.Text, left);
        if (!context.AllowsGuess(residual))
        {
            return [];
        }

        guesses.RemoveAll(guess => !IsLikely(guess, residual, guesses.Count, context));
        guesses.ForEach(guess => covered.AsSpan(guess.Start, guess.Length).Fill(true));
        return guesses;
    }

    // Without a character in common a guess must be all that is said; three characters with one wrong need a cue.
    private static bool IsLikely(WeakMatch guess, int residual, int guesses, MessageContext context) =>
        (guess.SharesCharacter || residual + guesses <= 1)
        && (guess.Kind != MatchKind.Typo || guess.Length > 3 || context.HasCue);

    private static bool[] Covered(KeyText key, List<Segment> segments)
    {
        var covered = new bool[key.Text.Length];
        foreach (var segment in segments.Where(segment => segment.Key is not null))
        {
            covered.AsSpan(segment.Start, segment.Length).Fill(true);
        }

        return covered;
    }
}
