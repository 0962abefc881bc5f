using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Sms;

/// <summary>Renders a reply as the words of text messages: choices as numbers, cards as lines, calls as name and number.</summary>
internal static class SmsText
{
    /// <summary>Longest text a provider takes, in UTF-16 characters; answers of the bot are a tenth of that.</summary>
    public const int Longest = 1600;

    /// <summary>The messages, in order; none when there is nothing to say.</summary>
    public static IReadOnlyList<string> Render(Reply reply)
    {
        var messages = new List<string>();
        var left = string.Join("\n", reply.Parts.Select(part => part.ToPlainText().Trim('\n')).Where(text => text.Length > 0));
        while (left.Length > Longest)
        {
            var cut = CutOf(left);
            messages.Add(left[..cut].TrimEnd('\n'));
            left = left[cut..].TrimStart('\n');
        }

        if (left.Length > 0)
        {
            messages.Add(left);
        }

        return messages;
    }

    /// <summary>At the last line end that fits, else in the line, but not within a pair.</summary>
    private static int CutOf(string text)
    {
        var lineEnd = text.LastIndexOf('\n', Longest);
        return lineEnd > 0 ? lineEnd : char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
    }
}
