using System.Numerics;

namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Cuts a text into product keys and ordinary words so that most of it is covered: 玉溪软中 is 玉溪 and 软中 rather than
/// 玉溪软 and 中, and 中华软件 is 中华 and 软件.
/// </summary>
internal static class Segmenter
{
    private const int PerCharacter = 10;
    private const int PerSegment = 3;
    private const int PerGap = 5;
    private const string Units = "年月日号元块角点%度岁分秒℃";

    public static List<Segment> Cut(KeyText text, KeyTable<NameKey> names)
    {
        var worth = new int[text.Text.Length + 1];
        var chosen = new Segment[text.Text.Length];
        for (var start = text.Text.Length - 1; start >= 0; start--)
        {
            worth[start] = worth[start + 1];
            Weigh(text, start, names, worth, ref chosen[start]);
            WeighEveryday(text, start, worth, ref chosen[start]);
        }

        return Walk(chosen);
    }

    private static void Weigh(KeyText text, int start, KeyTable<NameKey> names, int[] worth, ref Segment chosen)
    {
        var rest = text.Text.AsSpan(start);
        for (var lengths = names.LengthsAt(rest); lengths != 0;)
        {
            var length = BitOperations.Log2(lengths);
            lengths &= ~(1u << length);
            if (names.Find(rest[..length]) is { } key && IsPossible(text, start, length))
            {
                var bonus = key.Strength == KeyStrength.Full ? 1 : 0;
                Choose(new Segment(start, length, key), Worth(text, start, length) + bonus, worth, ref chosen);
            }
        }
    }

    private static void WeighEveryday(KeyText text, int start, int[] worth, ref Segment chosen)
    {
        var length = SearchWords.Everyday.LongestPrefix(text.Text.AsSpan(start));
        if (length > 0)
        {
            Choose(new Segment(start, length, null), Worth(text, start, length) + 1, worth, ref chosen);
        }
    }

    private static void Choose(Segment segment, int own, int[] worth, ref Segment chosen)
    {
        if (own + worth[segment.End] > worth[segment.Start])
        {
            worth[segment.Start] = own + worth[segment.End];
            chosen = segment;
        }
    }

    private static int Worth(KeyText text, int start, int length) =>
        (length * PerCharacter) - PerSegment - (PerGap * text.GapBefore.AsSpan(start + 1, length - 1).Count(true));

    private static bool IsPossible(KeyText text, int start, int length) =>
        text.IsWhole(start, length)
        && !(IsNumber(text.Text.AsSpan(start, length)) && HasUnit(text.Text, start + length));

    private static bool IsNumber(ReadOnlySpan<char> key) => !key.ContainsAnyExceptInRange('0', '9');

    private static bool HasUnit(string text, int end) =>
        end < text.Length && Units.Contains(text[end], StringComparison.Ordinal);

    private static List<Segment> Walk(Segment[] chosen)
    {
        var segments = new List<Segment>();
        for (var start = 0; start < chosen.Length;)
        {
            if (chosen[start].Length == 0)
            {
                start++;
                continue;
            }

            segments.Add(chosen[start]);
            start = chosen[start].End;
        }

        return segments;
    }
}
