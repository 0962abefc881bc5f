using System.Globalization;
using System.Text;

namespace ServiceBot.Channels.Voice;

/// <summary>Numbers as Mandarin says them.</summary>
internal static class SpokenNumber
{
    private const string Digits = "零一二三四五六七八九";
    private const int LongestCardinal = 12;

    private static readonly string[] Places = ["", "十", "百", "千"];
    private static readonly string[] Groups = ["", "万", "亿"];

    /// <summary>One by one, as telephone numbers are told: 12313 is 幺二三幺三, since 一 and 七 are mixed up on the phone.</summary>
    /// <param name="digits">ASCII digits; anything else is left out.</param>
    public static string OneByOne(string digits) =>
        string.Concat(digits.Where(char.IsAsciiDigit).Select(digit => digit == '1' ? '幺' : Digits[digit - '0']));

    /// <summary>One by one without 幺, as years are told: 2026 is 二零二六.</summary>
    public static string Year(string digits) => string.Concat(digits.Select(digit => Digits[digit - '0']));

    /// <summary>
    /// How many or how much: 1,234.5 is 一千二百三十四点五. A number too long to be grasped, over twelve digits, is told one by
    /// one.
    /// </summary>
    /// <param name="number">ASCII digits with or without thousands commas, perhaps a point and decimals.</param>
    public static string Cardinal(string number)
    {
        var parts = number.Replace(",", "", StringComparison.Ordinal).Split('.');
        var whole = parts[0].TrimStart('0');
        var spoken = whole.Length > LongestCardinal ? OneByOne(whole) : Whole(whole);
        return parts.Length > 1 ? $"{spoken}点{Year(parts[1])}" : spoken;
    }

    /// <summary>Before a measure word: 2 is 两, everything else as <see cref="Cardinal"/>.</summary>
    public static string Count(string number) => number is "2" ? "两" : Cardinal(number);

    /// <summary>Yuan, jiao and fen: 1234.50 is 一千二百三十四元五角, 12.05 is 十二元零五分.</summary>
    /// <param name="amount">ASCII digits with or without thousands commas and decimals; more than two decimals stay decimals.</param>
    public static string Money(string amount)
    {
        var parts = amount.Replace(",", "", StringComparison.Ordinal).Split('.');
        var decimals = parts.Length > 1 ? parts[1].TrimEnd('0') : "";
        if (decimals.Length > 2)
        {
            return $"{Cardinal($"{parts[0]}.{decimals}")}元";
        }

        var small = Small(decimals, hasYuan: parts[0].Trim('0').Length > 0);
        return parts[0].Trim('0').Length == 0 && small.Length > 0 ? small : $"{Count(parts[0])}元{small}";
    }

    private static string Small(string decimals, bool hasYuan)
    {
        if (decimals.Length == 0)
        {
            return "";
        }

        var (jiao, fen) = (decimals[0] - '0', decimals.Length > 1 ? decimals[1] - '0' : 0);
        var gap = jiao == 0 ? (hasYuan ? "零" : "") : $"{Digits[jiao]}角";
        return fen == 0 ? gap : $"{gap}{Digits[fen]}分";
    }

    private static string Whole(string digits)
    {
        if (digits.Length == 0)
        {
            return "零";
        }

        var value = long.Parse(digits, CultureInfo.InvariantCulture);
        var spoken = new StringBuilder();
        for (var group = Groups.Length - 1; group >= 0; group--)
        {
            Append(spoken, (int)(value / Power(group) % 10000), Groups[group]);
        }

        var text = spoken.ToString();
        return text.StartsWith("一十", StringComparison.Ordinal) ? text[1..] : text;
    }

    private static void Append(StringBuilder spoken, int group, string name)
    {
        if (group == 0)
        {
            return;
        }

        if (spoken.Length > 0 && group < 1000)
        {
            spoken.Append('零');
        }

        var inGroup = Group(group);
        spoken.Append(inGroup is "二" && name.Length > 0 ? "两" : inGroup).Append(name);
    }

    private static string Group(int value)
    {
        var spoken = new StringBuilder();
        var skipped = false;
        for (var place = Places.Length - 1; place >= 0; place--)
        {
            var digit = value / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                skipped = spoken.Length > 0;
                continue;
            }

            spoken.Append(skipped ? "零" : "").Append(digit == 2 && place == 3 ? '两' : Digits[digit]).Append(Places[place]);
            skipped = false;
        }

        return spoken.ToString();
    }

    private static long Power(int group) => group switch { 2 => 100_000_000, 1 => 10_000, _ => 1 };
}
