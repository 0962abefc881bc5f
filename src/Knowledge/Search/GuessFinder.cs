namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Finds what is only like a product key: by sound, pinyin letters, or with one character wrong or missing. It looks
/// only where something is left uncovered; it may reach over a name or an ordinary word that lies wholly inside (黄河 in
/// 黄河楼), and never takes words of the vocabulary for a wrong character.
/// </summary>
internal sealed class GuessFinder
{
    private const int LongestTypo = 12;
    private readonly SoundIndex _sounds;
    private readonly TypoIndex _typos;
    private readonly LettersIndex _letters;

    public GuessFinder(IReadOnlyCollection<NameKey> keys)
    {
        _sounds = new SoundIndex(keys);
        _typos = new TypoIndex(keys);
        _letters = new LettersIndex(keys);
    }

    /// <summary>Guesses that do not overlap, in order of appearance.</summary>
    public List<WeakMatch> Find(KeyText text, IReadOnlyList<Segment> segments, MessageContext context)
    {
        var message = new GuessMessage(text, segments, context);
        var found = new List<WeakMatch>();
        var sound = SoundIndex.SoundOf(text.Text);
        var blurred = SoundIndex.Blur(sound);
        for (var start = 0; start < text.Text.Length; start++)
        {
            AddSounds(message, sound, blurred, start, found);
            AddTypos(message, start, found);
            AddLetters(message, start, found);
        }

        return Disjoint(found);
    }

    private void AddSounds(GuessMessage message, string sound, string blurred, int start, List<WeakMatch> found)
    {
        foreach (var (length, isBlurred, keys) in _sounds.At(sound, blurred, start))
        {
            if (!message.MayStand(start, length, moreThanFullName: 1))
            {
                continue;
            }

            var best = message.MostAlike(start, length, keys, out var shared);
            if (best.Count > 0)
            {
                var factor = isBlurred ? MatchScores.BlurredSoundFactor : MatchScores.SoundFactor;
                found.Add(new WeakMatch(start, length, MatchKind.Homophone, factor, best, shared > 0));
            }
        }
    }

    private void AddTypos(GuessMessage message, int start, List<WeakMatch> found)
    {
        for (var length = Math.Min(LongestTypo, message.Length - start); length >= 3; length--)
        {
            if (!message.MayStand(start, length, moreThanFullName: 2))
            {
                continue;
            }

            var stretch = message.Stretch(start, length);
            var keys = _typos.WithOneWrong(stretch, wrong => message.MayBeWrong(start + wrong))
                ?? (message.MayLack(start, length) ? _typos.WithOneMissing(stretch) : null);
            if (keys is not null)
            {
                found.Add(new WeakMatch(start, length, MatchKind.Typo, MatchScores.TypoFactor, keys, true));
            }
        }
    }

    private void AddLetters(GuessMessage message, int start, List<WeakMatch> found)
    {
        foreach (var length in message.LetterRunsAt(start))
        {
            if (message.MayStand(start, length, moreThanFullName: 2)
                && _letters.Find(message.Stretch(start, length)) is { } match)
            {
                found.Add(new WeakMatch(start, length, match.Kind, match.Factor, match.Keys, true));
                return;
            }
        }
    }

    private static List<WeakMatch> Disjoint(List<WeakMatch> found)
    {
        var chosen = new List<WeakMatch>();
        foreach (var match in found.OrderByDescending(match => match.Length + match.Factor))
        {
            if (chosen.TrueForAll(other => match.End <= other.Start || other.End <= match.Start))
            {
                chosen.Add(match);
            }
        }

        chosen.Sort((left, right) => left.Start.CompareTo(right.Start));
        return chosen;
    }
}
