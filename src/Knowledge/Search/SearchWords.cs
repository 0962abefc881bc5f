using System.Reflection;

namespace ServiceBot.Knowledge.Search;

/// <summary>What a word tells about a message.</summary>
internal enum WordKind
{
    /// <summary>Not in the vocabulary.</summary>
    None,

    /// <summary>Tobacco or ordering is meant: 限量, 货源, 几条.</summary>
    Trade,

    /// <summary>Something is bought: 多少钱, 还有.</summary>
    Light,

    /// <summary>Nothing about the subject: 请问, 今天.</summary>
    Filler,

    /// <summary>A word so small that it hardly counts: 那, 呢, 和.</summary>
    Particle,

    /// <summary>Something else is meant: 天气, 门票.</summary>
    Away,
}

/// <summary>
/// The vocabulary of <c>search_words.txt</c>, and <c>everyday_words.txt</c>: ordinary words that contain a product's
/// name (中华民族) or sound like one (柜员), which are not products.
/// </summary>
internal static class SearchWords
{
    private static readonly Lazy<KeyTable<Word>> LazyVocabulary = new(ReadVocabulary);
    private static readonly Lazy<KeyTable<Word>> LazyEveryday = new(ReadEveryday);

    public static KeyTable<Word> Vocabulary => LazyVocabulary.Value;

    public static KeyTable<Word> Everyday => LazyEveryday.Value;

    private static KeyTable<Word> ReadVocabulary()
    {
        var words = new KeyTable<Word>();
        var kind = WordKind.None;
        foreach (var line in Lines("search_words.txt"))
        {
            if (line[0] == '[')
            {
                kind = Enum.Parse<WordKind>(line.Trim('[', ']', '\r'), ignoreCase: true);
                continue;
            }

            AddWords(words, line, kind);
        }

        return words;
    }

    private static KeyTable<Word> ReadEveryday()
    {
        var words = new KeyTable<Word>();
        foreach (var line in Lines("everyday_words.txt"))
        {
            AddWords(words, line, WordKind.None);
        }

        return words;
    }

    private static void AddWords(KeyTable<Word> words, string line, WordKind kind)
    {
        foreach (var text in line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            words.GetOrAdd(text, _ => new Word(kind));
        }
    }

    private static IEnumerable<string> Lines(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}

/// <summary>A vocabulary word's kind.</summary>
internal sealed record Word(WordKind Kind);
