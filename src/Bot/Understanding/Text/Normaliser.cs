using System.Text;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// The one written form that everything after it reads: no faces, emoji or invisible characters, half width, lower case,
/// simplified, single spaces, no repeated punctuation. Numbers in Chinese characters stay as they are; the entities read them.
/// </summary>
internal static class Normaliser
{
    private const string Closers = " ,.!;:~、…";

    /// <summary>Normalises a message; empty when nothing readable is left.</summary>
    public static string Normalise(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in WechatFaces.Remove(text).EnumerateRunes())
        {
            Append(folded, Fold(rune));
        }

        return folded.ToString().Trim().TrimEnd(Closers.ToCharArray());
    }

    private static char? Fold(Rune rune)
    {
        if (!rune.IsBmp || Characters.IsInvisible((char)rune.Value) || Characters.IsPictograph((char)rune.Value))
        {
            return null;
        }

        var narrow = Characters.ToHalfWidth((char)rune.Value);
        return TraditionalForms.ToSimplified(char.ToLowerInvariant(narrow));
    }

    private static void Append(StringBuilder folded, char? character)
    {
        if (character is not { } next)
        {
            return;
        }

        var repeats = folded.Length > 0 && folded[^1] == next && !char.IsLetterOrDigit(next);
        var leads = folded.Length == 0 && next == ' ';
        if (!repeats && !leads)
        {
            folded.Append(next);
        }
    }
}
