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
    private const string Repeated = " \n,.。!?;~、…";

    // Pairs of a character and its common form, for words of the service whose forms the catalogue's table does not have.
    private const string VariantPairs = "額额餘余馀余賬账帳账帐账買买開开線线復复願愿戰战蘭兰鑽钻菸烟週周佈布";

    private static readonly Dictionary<char, char> Variants =
        VariantPairs.Chunk(2).ToDictionary(pair => pair[0], pair => pair[1]);

    /// <summary>Normalises a message; empty when nothing readable is left.</summary>
    public static string Normalise(string text)
    {
        var readable = WechatFaces.Remove(text).Where(character => !Characters.IsPictograph(character));
        var folded = TextFolding.Fold(string.Concat(readable)).Text;
        var common = string.Concat(folded.Select(character => Variants.GetValueOrDefault(character, character)));
        return WithoutRepeats(common).Trim(Edges.ToCharArray());
    }

    private static string WithoutRepeats(string text)
    {
        var single = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            var repeats = single.Length > 0 && single[^1] == character && Repeated.Contains(character, StringComparison.Ordinal);
            if (!repeats)
            {
                single.Append(character);
            }
        }

        return single.ToString();
    }
}
