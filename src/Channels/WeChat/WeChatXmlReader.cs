using System.Text;
using System.Xml;

namespace ServiceBot.Channels.WeChat;

/// <summary>Reads a push in XML form. Values keep their whitespace; the first of repeated fields counts.</summary>
internal static class WeChatXmlReader
{
    // Real pushes nest three deep.
    private const int DeepestElement = 8;

    private static readonly XmlReaderSettings Settings = new()
    {
        // An official advisory of 2018 was about external entities in WeChat callbacks.
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    /// <exception cref="WeChatFormatException">Not well-formed, with a DTD, or nested too deep.</exception>
    public static WeChatPush Read(string xml)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        try
        {
            using var text = new StringReader(WeChatText.Clean(xml.TrimStart('\uFEFF')));
            using var reader = XmlReader.Create(text, Settings);
            ReadFields(reader, fields);
        }
        catch (XmlException exception)
        {
            throw new WeChatFormatException("The push is not well-formed XML.", exception);
        }

        return new WeChatPush(WeChatFormat.Xml, fields);
    }

    private static void ReadFields(XmlReader reader, Dictionary<string, string> fields)
    {
        var names = new List<string>();
        var value = new StringBuilder();
        var isLeaf = false;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    names.Add(NameOf(reader));
                    value.Clear();
                    isLeaf = !reader.IsEmptyElement;
                    if (reader.IsEmptyElement)
                    {
                        Close(names, "", fields);
                    }

                    break;
                case XmlNodeType.EndElement:
                    Close(names, isLeaf ? value.ToString() : null, fields);
                    isLeaf = false;
                    break;
                default:
                    value.Append(reader.Value);
                    break;
            }
        }
    }

    private static string NameOf(XmlReader reader) =>
        reader.Depth < DeepestElement
            ? WeChatPush.CheckName(reader.LocalName)
            : throw new WeChatFormatException($"The push nests deeper than {DeepestElement} elements.");

    private static void Close(List<string> names, string? value, Dictionary<string, string> fields)
    {
        if (value is not null && names.Count > 1)
        {
            fields.TryAdd(string.Join('/', names.Skip(1)), value);
        }

        names.RemoveAt(names.Count - 1);
    }
}
