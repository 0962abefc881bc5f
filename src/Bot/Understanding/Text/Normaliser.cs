using System.Text;
using ServiceBot.Knowledge.Search;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The one written form that everything after it reads: no faces, emoji or invisible characters, half width, lower case,
/// simplified, no repeated punctuation. Numbers in Chinese characters stay as they are; the entities read them.
/// </summary>
internal static class Normaliser
{
    private const string Edges = " \n,.。!;:~、…";

    /// <summary>Normalises a message; empty when nothing readable is left.</summary>
    public static string Normalise(string text)
    {
        var readable = WechatFaces.Remove(text).Where(character => !Characters.IsPictograph(character));
        var folded = TextFolding.Fold(string.Concat(readable)).Text;
        return WithoutRepeats(folded).Trim(Edges.ToCharArray());
    }

    private static string WithoutRepeats(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var repeats = single.Length > 0 && single[^1] == character && !char.IsLetterOrDigit(character);
            if (!repeats)
            {
                single.Append(character);
            }
        }

        return single.ToString();
    }
}
