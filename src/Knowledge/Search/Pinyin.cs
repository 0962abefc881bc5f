using System.Reflection;

namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Toneless readings and simplified forms from Unihan. A sound is one private-use character a syllable, so that the
/// sound of a word is a string that dictionaries can hold. Loaded on first use in a few milliseconds.
/// </summary>
internal static class Pinyin
{
    /// <summary>Most readings that one character has.</summary>
    public const int MaxReadings = 4;

    private const char FirstSound = '\uE000';
    private const char FirstFuzzySound = '\uE400';

    private static readonly Lazy<PinyinTable> Table = new(Load);

    /// <summary>The simplified form, or the character itself.</summary>
    public static char Simplify(char character) =>
        Table.Value[character].Simplified is var simple and not '\0' ? simple : character;

    /// <summary>How many readings a character has; 0 for what is not Chinese.</summary>
    public static int ReadingCount(char character) => Table.Value[character].Count;

    /// <summary>The sound of a reading, most common first; a character without readings is its own sound.</summary>
    public static char Sound(char character, int reading = 0)
    {
        var entry = Table.Value[character];
        return entry.Count == 0 ? character : (char)(FirstSound + entry.Reading(reading));
    }

    /// <summary>
    /// The sound where zh/z, ch/c, sh/s, n/l, h/f, eng/en, ing/in and ang/an count as one, as speakers of several
    /// regions mix them up.
    /// </summary>
    public static char Blur(char sound) => sound is >= FirstSound and < FirstFuzzySound
        ? (char)(FirstFuzzySound + Table.Value.FuzzyClass(sound - FirstSound))
        : sound;

    /// <summary>The letters of a sound, such as <c>huang</c>; what is not a syllable is spelt as itself.</summary>
    public static string Spell(char sound) => sound is >= FirstSound and < FirstFuzzySound
        ? Table.Value.Spelling(sound - FirstSound)
        : sound.ToString();

    private static PinyinTable Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("pinyin_unihan.csv")
            ?? throw new InvalidOperationException("The resource pinyin_unihan.csv is not in the assembly.");
        using var reader = new StreamReader(stream);
        return new PinyinTable(reader.ReadToEnd());
    }
}
