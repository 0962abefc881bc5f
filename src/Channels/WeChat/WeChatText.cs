using System.Text;
using System.Xml;

namespace ServiceBot.Channels.WeChat;

/// <summary>Characters that may stand in XML.</summary>
internal static class WeChatText
{
    /// <summary>
    /// Without the characters that XML forbids (controls other than tab and line breaks, halves of pairs): a reader
    /// would refuse the whole message for one of them, and a writer would throw.
    /// </summary>
    public static string Clean(string text)
    {
        var first = FirstForbidden(text, 0);
        if (first < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        var from = 0;
        for (var at = first; at >= 0; at = FirstForbidden(text, from))
        {
            clean.Append(text, from, at - from);
            from = at + 1;
        }

        return clean.Append(text, from, text.Length - from).ToString();
    }

    private static int FirstForbidden(string text, int from)
    {
        for (var index = from; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
            {
                continue;
            }

            if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
            {
                index++;
                continue;
            }

            return index;
        }

        return -1;
    }
}
