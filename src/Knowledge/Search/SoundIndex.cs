namespace ServiceBot.Knowledge.Search;

/// <summary>Keys by how they sound: 黄河楼 is written for 黄鹤楼.</summary>
internal sealed class SoundIndex
{
    private const int MaxReadingsOfWord = 8;
    private readonly KeyTable<List<NameKey>> _bySound = new();
    private readonly KeyTable<List<NameKey>> _byBlurredSound = new();

    public SoundIndex(IEnumerable<NameKey> keys)
    {
        foreach (var key in keys.Where(Sounds))
        {
            foreach (var sound in SoundsOf(key.Text))
            {
                AddTo(_bySound, sound, key);
                AddTo(_byBlurredSound, Blur(sound), key);
            }
        }
    }

    /// <summary>The sound of a text by each character's most common reading.</summary>
    public static string SoundOf(string text) =>
        string.Create(text.Length, text, static (sound, source) =>
        {
            for (var index = 0; index < sound.Length; index++)
            {
                sound[index] = Pinyin.Sound(source[index]);
            }
        });

    public static string Blur(string sound) =>
        string.Create(sound.Length, sound, static (blurred, source) =>
        {
            for (var index = 0; index < blurred.Length; index++)
            {
                blurred[index] = Pinyin.Blur(source[index]);
            }
        });

    /// <summary>Keys that sound like what begins here, longest first; blurred ones only where none sounds the same.</summary>
    public IEnumerable<(int Length, bool Blurred, List<NameKey> Keys)> At(string sound, string blurred, int start)
    {
        var lengths = _byBlurredSound.LengthsAt(blurred.AsSpan(start));
        for (var length = 31; length >= 2; length--)
        {
            if ((lengths & (1u << length)) == 0)
            {
                continue;
            }

            if (_bySound.Find(sound.AsSpan(start, length)) is { } same)
            {
                yield return (length, false, same);
            }
            else if (_byBlurredSound.Find(blurred.AsSpan(start, length)) is { } like)
            {
                yield return (length, true, like);
            }
        }
    }

    /// <summary>Every sound that a word may have, the usual one first.</summary>
    public static List<string> SoundsOf(string word)
    {
        var sounds = new List<string> { SoundOf(word) };
        for (var index = 0; index < word.Length; index++)
        {
            for (var reading = 1; reading < Pinyin.ReadingCount(word[index]); reading++)
            {
                var other = Pinyin.Sound(word[index], reading);
                var before = sounds.Count;
                for (var known = 0; known < before && sounds.Count < MaxReadingsOfWord; known++)
                {
                    sounds.Add(string.Concat(sounds[known].AsSpan(0, index), [other], sounds[known].AsSpan(index + 1)));
                }
            }
        }

        return sounds;
    }

    private static bool Sounds(NameKey key) =>
        key.Text.Any(TextFolding.IsHan) && (key.Strength > KeyStrength.Part || key.Text.Length >= 3);

    private static void AddTo(KeyTable<List<NameKey>> table, string sound, NameKey key)
    {
        var keys = table.GetOrAdd(sound, _ => []);
        if (keys is not null && (keys.Count == 0 || keys[^1] != key))
        {
            keys.Add(key);
        }
    }
}
