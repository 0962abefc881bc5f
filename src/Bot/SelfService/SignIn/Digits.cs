using System.Globalization;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>Numbers as people type them: with gaps, with hyphens, in full width.</summary>
internal static class Digits
{
    // Nothing that is asked for here comes near it; a longer text is not worth looking at.
    private const int MostLetters = 64;
    private const int NoDigit = -1;

    /// <summary>The digits of a typed number; empty when it is anything else.</summary>
    public static string Of(string? typed)
    {
        if (typed is null or { Length: > MostLetters })
        {
            return "";
        }

        var values = typed.Where(letter => !IsGap(letter)).Select(CharUnicodeInfo.GetDecimalDigitValue).ToList();
        return values.Contains(NoDigit) ? "" : string.Concat(values);
    }

    private static bool IsGap(char letter) => char.IsWhiteSpace(letter) || letter is '-' or '‐' or '–' or '—';
}
