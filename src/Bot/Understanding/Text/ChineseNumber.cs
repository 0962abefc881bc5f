using System.Globalization;

namespace ServiceBot.Bot.Understanding;

/// <summary>Numbers as people write them: 3, 1.5, 三, 两, 十五, 一百五, 一百五十, 半.</summary>
internal static class ChineseNumber
{
    /// <summary>A class for regular expressions that matches each character a number may have.</summary>
    public const string CharacterClass = "[0-9.零〇一二三四五六七八九十百千两俩仨半]";

    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads a number up to 9999; false when the words are no number (三五, which is a brand or "three to five").</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out decimal number)
    {
        if (text is "半")
        {
            number = 0.5m;
            return true;
        }

        return text.Length > 0 && char.IsAsciiDigit(text[0])
            ? decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
            : TryParseWords(text, out number);
    }

    private static bool TryParseWords(ReadOnlySpan<char> text, out decimal number)
    {
        number = 0;
        int? pending = null;
        var lastUnit = 0;
        foreach (var character in text)
        {
            if (Unit(character) is { } unit)
            {
                number += (pending ?? 1) * unit;
                (pending, lastUnit) = (null, unit);
            }
            else if (Digit(character) is { } digit && pending is null or 0)
            {
                lastUnit = digit == 0 ? 1 : lastUnit;
                pending = digit;
            }
            else
            {
                return false;
            }
        }

        // 一百五 is 150: the last digit counts tenths of the unit before it, unless a 零 stands between.
        number += (pending ?? 0) * Math.Max(1, lastUnit / 10);
        return text.Length > 0;
    }

    private static int? Unit(char character) => character switch
    {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => null,
    };

    private static int? Digit(char character) => character switch
    {
        '两' or '俩' => 2,
        '仨' => 3,
        '〇' => 0,
        _ => Digits.IndexOf(character, StringComparison.Ordinal) is >= 0 and var digit ? digit : null,
    };
}
