using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ServiceBot.Channels.Voice;

/// <summary>
/// Turns what is written for the eye into what is understood by ear: figures into Chinese words, telephone numbers digit by
/// digit, marks and brackets into pauses.
/// </summary>
internal static partial class SpokenText
{
    // Read on: one breath of a voice. A pause follows.
    private const int MostInOneGo = 120;

    /// <summary>The text in pieces; a short pause belongs between two of them. Empty when there is nothing to say.</summary>
    public static IReadOnlyList<string> Of(string text)
    {
        var pieces = new List<string>();
        foreach (var sentence in Sentences(text))
        {
            if (pieces.Count > 0 && pieces[^1].Length + sentence.Length <= MostInOneGo)
            {
                pieces[^1] += sentence;
            }
            else
            {
                pieces.Add(sentence);
            }
        }

        return pieces;
    }

    private static IEnumerable<string> Sentences(string text) => text
        .Split('\n')
        .Select(line => LeftOver().Replace(Figure().Replace(Bare(line), Spoken), "，"))
        .Select(line => Spaces().Replace(line, "").Trim('，', '、', '；', '：', ' '))
        .Where(line => line.Any(char.IsLetterOrDigit))
        .SelectMany(line => SentenceEnd().Split(Ended(line)).Where(sentence => sentence.Length > 0));

    private static string Ended(string line) => line[^1] is '。' or '！' or '？' ? line : line + "。";

    /// <summary>The line without what is only for the eye: list marks, quotes, emoji; brackets become pauses.</summary>
    private static string Bare(string line)
    {
        var unlisted = ListMark().Replace(Folded(line), match => match.Groups["number"] is { Success: true } number
            ? $"{number.Value}，"
            : "");
        var unbracketed = Bracketed().Replace(unlisted, match => match.Groups["inside"] is var inside && Aside(inside.Value)
            ? inside.Value
            : $"，{inside.Value}，");
        return Punctuated(string.Concat(unbracketed.EnumerateRunes().Where(IsSaid)));
    }

    // By hand: string.Normalize folds nothing in the invariant mode we run in. The comma stays, it may stand between figures.
    private static string Folded(string line) => string.Concat(line.Select(character => character switch
    {
        '\u3000' => ' ',
        '，' => '，',
        >= '\uFF01' and <= '\uFF5E' => (char)(character - 0xFEE0),
        _ => character,
    }));

    /// <summary>中华(软) and 24日(周二) are said in one go; a longer aside stands between pauses.</summary>
    private static bool Aside(string inside) => inside.Length <= 4 && !inside.Any(char.IsAsciiDigit);

    private static bool IsSaid(Rune rune) => Rune.GetUnicodeCategory(rune) is not (
        UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.Format or UnicodeCategory.Control)
        && !"「」『』《》“”\"'‘’【】•◆".Contains(rune.ToString(), StringComparison.Ordinal);

    // A voice pauses at the Chinese marks.
    private static string Punctuated(string line) => HalfWidthMark().Replace(line, match => match.Value switch
    {
        "," => "，",
        ";" => "；",
        ":" => "：",
        "!" => "！",
        "?" => "？",
        "#" => "井号",
        "&" => "和",
        _ => "，",
    });

    private static string Spoken(Match match)
    {
        string Part(string name) => match.Groups[name].Value;
        bool Is(string name) => match.Groups[name].Success;
        return match switch
        {
            _ when Is("month") => SpokenMoment.Date(Part("year"), Part("month"), Part("day")),
            _ when Is("hour") => SpokenMoment.Time(Part("part"), int.Parse(Part("hour"), CultureInfo.InvariantCulture), Part("minute")),
            _ when Is("onlyYear") => SpokenNumber.Year(Part("onlyYear")) + "年",
            _ when Is("money") => SpokenNumber.Money(Part("money")) + (Is("per") ? $"一{Part("per")}" : ""),
            _ when Is("phone") => InGroups(Part("phone")),
            _ when Is("named") => Part("name") + InGroups(Part("named")),
            _ when Is("percent") => $"百分之{SpokenNumber.Cardinal(Part("percent"))}",
            _ when Is("from") => $"{SpokenNumber.Cardinal(Part("from"))}到",
            _ when Is("to") => "到",
            _ when Is("ordinal") => SpokenNumber.Cardinal(Part("ordinal")),
            _ when Is("count") => Sign(match) + SpokenNumber.Count(Part("count")) + Unit(Part("unit")),
            _ => Sign(match) + Number(Part("number")),
        };
    }

    /// <summary>0571-88886666 with a breath where it is written in groups.</summary>
    private static string InGroups(string number) => string.Join('，', number.Split('-').Select(SpokenNumber.OneByOne));

    private static string Unit(string unit) => unit == "mg" ? "毫克" : unit;

    private static string Sign(Match match) => match.Groups["minus"].Success ? "负" : "";

    /// <summary>A number without a measure word: a long one, or one that begins with 0, is somebody's number.</summary>
    private static string Number(string number) =>
        number.All(char.IsAsciiDigit) && (number.Length >= 5 || (number.Length > 1 && number[0] == '0'))
            ? SpokenNumber.OneByOne(number)
            : SpokenNumber.Cardinal(number);

    [GeneratedRegex(@"^\s*(?:(?<number>[0-9]{1,2})[.、)](?![0-9])|[-*·•◆]+(?![0-9]))\s*")]
    private static partial Regex ListMark();

    [GeneratedRegex(@"[(\[](?<inside>[^()\[\]]*)[)\]]")]
    private static partial Regex Bracketed();

    // Not inside a number or a time: 1,234 and 8:30 are read whole.
    [GeneratedRegex(@"(?<![0-9])[,.]|,(?![0-9]{3})|\.(?![0-9])|(?<![0-9]):|:(?![0-9]{2})|[·;!?#&_|\\<>{}=()\[\]]")]
    private static partial Regex HalfWidthMark();

    // Of two commas the second stays.
    [GeneratedRegex(@"(?<=[\p{IsCJKUnifiedIdeographs}，。；：、])[ \t]+|[ \t]+(?=[\p{IsCJKUnifiedIdeographs}，。；：、])|[ \t]{2,}|，(?=[，。；：、！？])|(?<=[。；：、！？])，")]
    private static partial Regex Spaces();

    // What no figure took: an em dash between words, a slash between names.
    [GeneratedRegex(@"\s*[-~—–/*]+\s*")]
    private static partial Regex LeftOver();

    [GeneratedRegex("(?<=[。！？])")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex("""
        (?<year>[0-9]{4})[-/](?<month>[0-9]{1,2})[-/](?<day>[0-9]{1,2})(?![0-9])
        |(?:(?<year>[0-9]{4})\s?年\s?)?(?<month>[0-9]{1,2})\s?月\s?(?<day>[0-9]{1,2})\s?[日号]
        |(?<part>凌晨|早上|上午|中午|下午|傍晚|晚上)?\s?(?<![0-9])(?<hour>[01]?[0-9]|2[0-4]):(?<minute>[0-5][0-9])(?::[0-5][0-9])?(?![0-9])
        |(?<onlyYear>(?:19|20)[0-9]{2})\s?年
        |(?<money>[0-9][0-9,]*(?:\.[0-9]+)?)\s?元(?:/(?<per>[条包盒件]))?
        |(?<name>尾号|编号|单号|工号|验证码|许可证号?|电话|号码|拨打?|热线|[A-Za-z])(?<gap>\s?是?\s?[:：]?\s?)(?<named>[0-9][0-9 -]*[0-9]|[0-9])(?!\s?(?:[条元款个家天档分次位]|[0-9]))
        |(?<![0-9])(?<phone>(?:\+?86[ -]?)?1[3-9][0-9]{9}|0[0-9]{2,3}-[0-9]{7,8}|[48]00-?[0-9]{3,4}-?[0-9]{3,4}|[0-9]{4}-[0-9]{4,})(?![0-9])
        |(?<percent>[0-9]+(?:\.[0-9]+)?)\s?%
        |(?<from>[0-9]+)\s?[-~—–](?=\s?[0-9]+\s?\p{IsCJKUnifiedIdeographs})
        |(?<=[点半分日号])\s?(?<to>[-~—–])\s?
        |(?<=[0-9半点])\s?(?<to>[-~—–])\s?(?=[0-9])
        |(?<=第)\s?(?<ordinal>[0-9]+)|(?<ordinal>[0-9]+)(?=\s?[月日号档类级期])
        |(?<minus>-)?(?<count>[0-9][0-9,]*(?:\.[0-9]+)?)\s?(?<unit>[条款个家天分次位包盒件种张点元角块户片小]|mg|千克|毫克|公里)
        |(?<minus>-)?(?<number>[0-9][0-9,]*(?:\.[0-9]+)?)
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Figure();
}
