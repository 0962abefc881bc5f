namespace ServiceBot.Bot.Understanding;

/// <summary>What single characters are, without tables of the system.</summary>
internal static class Characters
{
    /// <summary>Full-width forms to half width, Chinese punctuation to its plain partner, any white space to a space.</summary>
    public static char ToHalfWidth(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - 0xFEE0),
        '。' or '｡' => '.',
        '【' or '〔' or '「' or '『' or '《' => '(',
        '】' or '〕' or '」' or '』' or '》' => ')',
        '“' or '”' => '"',
        '‘' or '’' => '\'',
        '—' or '–' or '‐' or '‑' or '−' => '-',
        _ when char.IsWhiteSpace(character) => ' ',
        _ => character,
    };

    /// <summary>Zero-width, direction and other format characters, variation selectors, controls other than white space.</summary>
    public static bool IsInvisible(char character) =>
        (char.IsControl(character) && !char.IsWhiteSpace(character))
        || character is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E')
            or (>= '\u2060' and <= '\u206F') or (>= '\uFE00' and <= '\uFE0F') or '\uFEFF' or '\uFFFD';

    /// <summary>Symbols that are pictures in messages: dingbats, weather, arrows, the private area of old handsets.</summary>
    public static bool IsPictograph(char character) =>
        character is (>= '\u2190' and <= '\u21FF') or (>= '\u2300' and <= '\u23FF') or (>= '\u25A0' and <= '\u27BF')
            or (>= '\u2900' and <= '\u297F') or (>= '\u2B00' and <= '\u2BFF') or '\u3030' or '\u303D' or '\u20E3'
            or (>= '\uE000' and <= '\uF8FF');

    /// <summary>A Chinese character of the common block.</summary>
    public static bool IsHan(char character) => character is >= '\u4E00' and <= '\u9FFF';
}
