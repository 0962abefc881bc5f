namespace ServiceBot.Knowledge.Search;

/// <summary>Sorts syllables into classes that regional speech does not tell apart.</summary>
internal static class FuzzyPinyin
{
    /// <summary>The class of each syllable, by its place in the list.</summary>
    public static int[] ClassesOf(IReadOnlyList<string> spellings)
    {
        var classes = new Dictionary<string, int>(StringComparer.Ordinal);
        return [.. spellings.Select(spelling => ClassOf(Blur(spelling), classes))];
    }

    private static int ClassOf(string blurred, Dictionary<string, int> classes)
    {
        if (!classes.TryGetValue(blurred, out var id))
        {
            id = classes.Count;
            classes.Add(blurred, id);
        }

        return id;
    }

    private static string Blur(string spelling) => BlurFinal(BlurInitial(spelling));

    private static string BlurInitial(string spelling) => spelling switch
    {
        ['z' or 'c' or 's', 'h', ..] => spelling[0] + spelling[2..],
        ['n', _, ..] => "l" + spelling[1..],
        ['f', 'u', ..] => "h" + spelling[1..],
        ['f', ..] => "hu" + spelling[1..],
        _ => spelling,
    };

    private static string BlurFinal(string spelling) =>
        spelling.EndsWith("eng", StringComparison.Ordinal)
        || spelling.EndsWith("ing", StringComparison.Ordinal)
        || spelling.EndsWith("ang", StringComparison.Ordinal)
            ? spelling[..^1]
            : spelling;
}
