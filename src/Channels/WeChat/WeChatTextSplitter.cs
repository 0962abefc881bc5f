using System.Buffers;
using System.Text;

namespace ServiceBot.Channels.WeChat;

/// <summary>Splits a text into pieces of limited bytes: at a line's end, else a sentence's, else anywhere safe.</summary>
internal static class WeChatTextSplitter
{
    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create("。！？；!?;");

    /// <summary>True when the text is within the limit.</summary>
    public static bool Fits(string text, int mostBytes) => Encoding.UTF8.GetByteCount(text) <= mostBytes;

    /// <summary>Pieces in order, none empty. A split never falls inside a surrogate pair or inside a link.</summary>
    public static IEnumerable<string> Split(string text, int mostBytes)
    {
        var rest = text.Trim('\n');
        while (!Fits(rest, mostBytes))
        {
            var cut = CutBefore(rest, LongestPrefix(rest, mostBytes));
            yield return rest[..cut].TrimEnd('\n');
            rest = rest[cut..].TrimStart('\n');
        }

        if (rest.Length > 0)
        {
            yield return rest;
        }
    }

    private static int LongestPrefix(string text, int mostBytes)
    {
        var bytes = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > mostBytes)
            {
                break;
            }

            bytes += rune.Utf8SequenceLength;
            length += rune.Utf16SequenceLength;
        }

        return length;
    }

    private static int CutBefore(string text, int limit)
    {
        limit = OutsideLink(text, limit);
        var line = text.LastIndexOf('\n', limit - 1) + 1;
        if (line > limit / 2)
        {
            return line;
        }

        var sentence = text.AsSpan(0, limit).LastIndexOfAny(SentenceEnds) + 1;
        return sentence > limit / 2 ? OutsideLink(text, sentence) : limit;
    }

    private static int OutsideLink(string text, int cut)
    {
        // Two characters further, to find a tag that the cut itself would break.
        var start = text.LastIndexOf("<a ", Math.Min(cut + 1, text.Length - 1), StringComparison.Ordinal);
        var end = text.LastIndexOf("</a>", cut - 1, StringComparison.Ordinal);
        return start > 0 && end < start ? start : cut;
    }
}
