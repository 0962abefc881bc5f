using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Qq;

/// <summary>A reply as QQ texts: everything in its text form, one message as long as it fits.</summary>
internal static class QqText
{
    /// <summary>Longest text, in UTF-16 units. QQ states no limit; longer ones are refused now and then.</summary>
    public const int Longest = 2000;

    /// <summary>The messages, in order.</summary>
    public static IReadOnlyList<string> Render(Reply reply)
    {
        var messages = new List<string>();
        var rest = reply.ToPlainText().Trim('\n').AsSpan();
        while (rest.Length > Longest)
        {
            var at = CutAt(rest);
            messages.Add(rest[..at].Trim('\n').ToString());
            rest = rest[at..].TrimStart('\n');
        }

        if (rest.Length > 0)
        {
            messages.Add(rest.ToString());
        }

        return messages;
    }

    /// <summary>The last line's end that fits; a single long line is cut, but never inside a character.</summary>
    private static int CutAt(ReadOnlySpan<char> text)
    {
        var line = text[..Longest].LastIndexOf('\n');
        return line > 0 ? line : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
    }
}
