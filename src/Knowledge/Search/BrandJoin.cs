namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Joins a brand to a form that stands near it: 中华的软的, hhl软蓝. A neighbour that is swallowed whole goes; one that
/// would be cut in two (玉溪 beside 软中) stops the joining.
/// </summary>
internal static class BrandJoin
{
    private const int LongestForm = 8;

    /// <summary>Takes and gives what was found in order of appearance.</summary>
    public static IEnumerable<Found> Join(List<Found> found, string text, KeyTable<NameKey> names)
    {
        for (var index = 0; index < found.Count; index++)
        {
            var start = index == 0 ? 0 : found[index - 1].End;
            var joined = found[index].Brand is { Text: var brand }
                ? After(found, index, brand, text, names) ?? Before(found[index], start, brand, text, names)
                : null;
            if (joined is not null)
            {
                yield return joined;
                while (index + 1 < found.Count && found[index + 1].Start < joined.End)
                {
                    index++;
                }
            }
            else
            {
                yield return found[index];
            }
        }
    }

    private static Found? After(List<Found> all, int index, string brand, string text, KeyTable<NameKey> names)
    {
        var found = all[index];
        var start = found.End + (found.End < text.Length && text[found.End] == '的' ? 1 : 0);
        for (var length = Math.Min(LongestForm, text.Length - start); length > 0; length--)
        {
            var end = start + length;
            if (!all.Exists(other => other.Start >= found.End && other.Start < end && other.End > end)
                && names.Find(string.Concat(brand, text.AsSpan(start, length))) is { Strength: KeyStrength.Full } key)
            {
                return Joined(found, key, found.Start, end);
            }
        }

        return null;
    }

    private static Found? Before(Found found, int free, string brand, string text, KeyTable<NameKey> names)
    {
        var end = found.Start - (found.Start > free && text[found.Start - 1] == '的' ? 1 : 0);
        for (var length = Math.Min(LongestForm, end - free); length > 0; length--)
        {
            var name = string.Concat(text.AsSpan(end - length, length), brand);
            if (names.Find(name) is { Strength: KeyStrength.Full } key)
            {
                return Joined(found, key, end - length, found.End);
            }
        }

        return null;
    }

    private static Found Joined(Found found, NameKey key, int start, int end)
    {
        var worth = found.Candidates[0].Kind switch
        {
            MatchKind.Homophone => MatchScores.SoundFactor,
            MatchKind.Initials => MatchScores.InitialsFactor,
            MatchKind.Typo => MatchScores.TypoFactor,
            _ => 1.0,
        };
        var candidates = key.Candidates.Select(candidate => candidate with { Score = candidate.Score * worth });
        return new Found(start, end - start, [.. candidates], null);
    }
}
