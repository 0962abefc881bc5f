using System.Globalization;
using System.Text;
using System.Xml;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// Writes WeChat's XML: one <c>xml</c> element without a declaration (some readers refuse one), words in CDATA,
/// numbers bare.
/// </summary>
internal static class WeChatXmlWriter
{
    private static readonly XmlWriterSettings Settings = new()
    {
        OmitXmlDeclaration = true,
        // A line break in a message stays one character on every system.
        NewLineHandling = NewLineHandling.None,
    };

    private static readonly HashSet<string> NumbersOfPushes =
        ["CreateTime", "MsgId", "Location_X", "Location_Y", "Scale"];

    /// <summary>A passive reply; sender and receiver are already swapped.</summary>
    public static string WriteReply(WeChatReplyHead head, WeChatMessage message) => Write(writer =>
    {
        WriteWords(writer, "ToUserName", head.To);
        WriteWords(writer, "FromUserName", head.From);
        WriteNumber(writer, "CreateTime", head.CreateTime);
        if (message is WeChatMessage.News news)
        {
            WriteNews(writer, news);
        }
        else
        {
            WriteWords(writer, "MsgType", "text");
            WriteWords(writer, "Content", message.ToText());
        }
    });

    /// <summary>The envelope around an encrypted reply.</summary>
    public static string WriteEnvelope(WeChatEnvelope envelope) => Write(writer =>
    {
        WriteWords(writer, "Encrypt", envelope.Encrypt);
        WriteWords(writer, "MsgSignature", envelope.MsgSignature);
        WriteNumber(writer, "TimeStamp", envelope.TimeStamp);
        WriteWords(writer, "Nonce", envelope.Nonce);
    });

    /// <summary>Any flat push, as WeChat writes it: for the development simulator.</summary>
    public static string WriteFields(IEnumerable<KeyValuePair<string, string>> fields) => Write(writer =>
    {
        foreach (var (name, value) in fields)
        {
            if (NumbersOfPushes.Contains(name))
            {
                writer.WriteElementString(name, value);
            }
            else
            {
                WriteWords(writer, name, value);
            }
        }
    });

    private static void WriteNews(XmlWriter writer, WeChatMessage.News news)
    {
        WriteWords(writer, "MsgType", "news");
        WriteNumber(writer, "ArticleCount", news.Articles.Count);
        writer.WriteStartElement("Articles");
        foreach (var article in news.Articles)
        {
            writer.WriteStartElement("item");
            WriteWords(writer, "Title", article.Title);
            WriteWords(writer, "Description", article.Description);
            WriteWords(writer, "PicUrl", article.PictureUrl);
            WriteWords(writer, "Url", article.Url);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static string Write(Action<XmlWriter> content)
    {
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, Settings))
        {
            writer.WriteStartElement("xml");
            content(writer);
            writer.WriteEndElement();
        }

        return text.ToString();
    }

    private static void WriteWords(XmlWriter writer, string name, string value)
    {
        writer.WriteStartElement(name);
        // The writer splits "]]>" over two sections.
        writer.WriteCData(WeChatText.Clean(value));
        writer.WriteEndElement();
    }

    private static void WriteNumber(XmlWriter writer, string name, long value) =>
        writer.WriteElementString(name, value.ToString(CultureInfo.InvariantCulture));
}
