using System.Net;
using System.Text.RegularExpressions;

namespace ServiceBot.Channels.Simulator;

/// <summary>Takes the links out of a text message, the only markup that WeChat shows in one.</summary>
internal static partial class PhoneTextReader
{
    private const string MenuScheme = "weixin://bizmsgmenu?";

    /// <summary>The text in runs.</summary>
    public static PhoneMessage.Text Read(string content)
    {
        var segments = new List<PhoneSegment>();
        var from = 0;
        foreach (Match link in Links().Matches(content))
        {
            AddWords(segments, content[from..link.Index]);
            segments.Add(LinkOf(WebUtility.HtmlDecode(link.Groups["href"].Value), link.Groups["words"].Value));
            from = link.Index + link.Length;
        }

        AddWords(segments, content[from..]);
        return new PhoneMessage.Text(segments);
    }

    private static void AddWords(List<PhoneSegment> segments, string words)
    {
        if (words.Length > 0)
        {
            segments.Add(new PhoneSegment(words));
        }
    }

    private static PhoneSegment LinkOf(string href, string words) =>
        href.StartsWith(MenuScheme, StringComparison.Ordinal)
            ? new PhoneSegment(words, Sends: ItemOf(href[MenuScheme.Length..]))
            : new PhoneSegment(words, href);

    private static PhoneMenuItem ItemOf(string query)
    {
        var values = query.Split('&').Select(pair => pair.Split('=', 2)).Where(pair => pair.Length == 2)
            .ToLookup(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return new PhoneMenuItem(values["msgmenuid"].FirstOrDefault(""), values["msgmenucontent"].FirstOrDefault(""));
    }

    [GeneratedRegex("""<a\b[^>]*?\bhref\s*=\s*["'](?<href>[^"']*)["'][^>]*>(?<words>.*?)</a>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Links();
}
