using System.Text;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>Numbered choices as links that answer for the retailer when tapped; the numbers still work when typed.</summary>
internal static class WeChatChoiceLinks
{
    /// <summary>The prompt and one link a line.</summary>
    public static string Render(ReplyPart.Choices choices)
    {
        var lines = new StringBuilder(choices.Prompt);
        for (var index = 0; index < choices.Items.Count; index++)
        {
            var (id, label) = choices.Items[index];
            lines.Append('\n').Append("<a href=\"weixin://bizmsgmenu?msgmenucontent=").Append(Escape(label))
                .Append("&msgmenuid=").Append(Escape(id)).Append("\">")
                .Append(index + 1).Append(". ").Append(label).Append("</a>");
        }

        return lines.ToString();
    }

    // Chinese stands literally in the documented example; only what would end the address early is escaped.
    private static string Escape(string value)
    {
        var escaped = new StringBuilder(value.Length);
        foreach (var character in value)
        {
            _ = "&\"'<>#%+? ".Contains(character, StringComparison.Ordinal)
                ? escaped.Append(Uri.HexEscape(character))
                : escaped.Append(character);
        }

        return escaped.ToString();
    }
}
