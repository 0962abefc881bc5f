namespace ServiceBot.Channels.Sms;

/// <summary>
/// How many messages a text costs. GSM-7: 160 characters in one, 153 in each of several, some characters count two. One
/// character outside that alphabet makes it UCS-2: 70 in one, 67 in each of several, in UTF-16 units.
/// </summary>
internal static class SmsSegments
{
    private const string Basic =
        "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§" +
        "¿abcdefghijklmnopqrstuvwxyzäöñüà";

    private const string Escaped = "^{}\\[~]|€\f";

    /// <summary>The number of segments; an empty text is one.</summary>
    public static int Count(string text) => IsGsm(text)
        ? Parts(text, alone: 160, each: 153, WidthInGsm)
        : CountUcs2(text);

    /// <summary>The number of segments where every text is sent as UCS-2, as mainland gateways do.</summary>
    public static int CountUcs2(string text) => Parts(text, alone: 70, each: 67, _ => 1);

    private static bool IsGsm(string text) =>
        text.All(character => Basic.Contains(character, StringComparison.Ordinal) || Escaped.Contains(character, StringComparison.Ordinal));

    private static int WidthInGsm(char character) => Escaped.Contains(character, StringComparison.Ordinal) ? 2 : 1;

    private static int Parts(string text, int alone, int each, Func<char, int> widthOf)
    {
        if (text.Sum(widthOf) <= alone)
        {
            return 1;
        }

        var (parts, filled) = (1, 0);
        for (var index = 0; index < text.Length; index++)
        {
            // Neither a surrogate pair nor an escape and its character is ever split.
            var isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length;
            var width = isPair ? 2 : widthOf(text[index]);
            index += isPair ? 1 : 0;
            if (filled + width > each)
            {
                (parts, filled) = (parts + 1, 0);
            }

            filled += width;
        }

        return parts;
    }
}
