using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Dialog;

/// <summary>The number of a choice as people write or say it: 2, 第二个, 选2.</summary>
internal static partial class ChoiceNumber
{
    private const string Numerals = "一二三四五六七八九十";

    /// <summary>The number when the words are that and nothing else; <paramref name="words"/> are normalised.</summary>
    public static int? In(string words)
    {
        if (OnlyNumber().Match(words) is not { Success: true } match)
        {
            return null;
        }

        var text = match.Groups["number"].Value;
        return int.TryParse(text, out var digits) ? digits : Numerals.IndexOf(text, StringComparison.Ordinal) + 1;
    }

    [GeneratedRegex(@"^(?:第|选|要|回复)?\s*(?<number>[0-9]{1,2}|[一二三四五六七八九十])\s*(?:个|号|项|、|\.|。|吧)*$")]
    private static partial Regex OnlyNumber();
}
