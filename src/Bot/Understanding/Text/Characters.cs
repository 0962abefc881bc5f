namespace ServiceBot.Bot.Understanding;

/// <summary>What single characters are, without tables of the system.</summary>
internal static class Characters
{
    /// <summary>
    /// True for pictures in messages: emoji (which are surrogate pairs, as no character of the trade is), dingbats, arrows,
    /// the private area of old handsets, and marks that only change how the one before looks.
    /// </summary>
    public static bool IsPictograph(char character) =>
        char.IsSurrogate(character)
        || character is (>= '\u2190' and <= '\u21FF') or (>= '\u2300' and <= '\u23FF') or (>= '\u25A0' and <= '\u27BF')
            or (>= '\u2900' and <= '\u297F') or (>= '\u2B00' and <= '\u2BFF') or '\u3030' or '\u303D' or '\u20E3'
            or (>= '\uE000' and <= '\uF8FF') or (>= '\uFE00' and <= '\uFE0F') or '\uFFFD'
            or '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u206F')
        || (char.IsControl(character) && !char.IsWhiteSpace(character));
}
