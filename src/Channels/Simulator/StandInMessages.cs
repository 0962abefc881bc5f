using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>Reads a customer-service message as WeChat's API does, with its refusals.</summary>
internal static partial class StandInMessages
{
    /// <summary>The message, or why it is refused.</summary>
    public static (PhoneMessage? Message, StandInError? Error) Read(JsonElement request)
    {
        var type = Text(request, "msgtype");
        if (type is not ("text" or "news" or "msgmenu"))
        {
            return (null, StandInErrors.UnknownType);
        }

        if (!request.TryGetProperty(type, out var content) || content.ValueKind != JsonValueKind.Object)
        {
            return (null, StandInErrors.NotJson);
        }

        return type switch
        {
            "text" => ReadText(Text(content, "content")),
            "news" => ReadNews(Items(content, "articles")),
            _ => ReadMenu(content),
        };
    }

    /// <summary>The body as an object, or why it is refused: WeChat wants literal characters, not <c>\uXXXX</c>.</summary>
    public static (JsonElement Request, StandInError? Error) Parse(byte[] body)
    {
        try
        {
            var request = JsonSerializer.Deserialize<JsonElement>(body);
            if (request.ValueKind != JsonValueKind.Object)
            {
                return (request, StandInErrors.NotJson);
            }

            return (request, Escapes().IsMatch(Encoding.UTF8.GetString(body)) ? StandInErrors.EscapedText : null);
        }
        catch (JsonException)
        {
            return (default, StandInErrors.NotJson);
        }
    }

    /// <summary>A string of the object, empty when it is absent or something else.</summary>
    public static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static (PhoneMessage? Message, StandInError? Error) ReadText(string content)
    {
        if (content.Length == 0)
        {
            return (null, StandInErrors.EmptyText);
        }

        return WeChatTextSplitter.Fits(content, WeChatReplyRenderer.LongestText)
            ? (PhoneTextReader.Read(content), null)
            : (null, StandInErrors.TooLong);
    }

    // By API WeChat takes one article.
    private static (PhoneMessage? Message, StandInError? Error) ReadNews(IReadOnlyList<JsonElement> articles) =>
        articles.Count == 1
            ? (new PhoneMessage.News([.. articles.Select(article => new PhoneArticle(
                Text(article, "title"), Text(article, "description"), Text(article, "picurl"), Text(article, "url")))]), null)
            : (null, StandInErrors.WrongArticleCount);

    private static (PhoneMessage? Message, StandInError? Error) ReadMenu(JsonElement content)
    {
        var items = Items(content, "list").Select(item => new PhoneMenuItem(Text(item, "id"), Text(item, "content"))).ToList();
        return items.Count > 0
            ? (new PhoneMessage.Menu(Text(content, "head_content"), items, Text(content, "tail_content")), null)
            : (null, StandInErrors.EmptyText);
    }

    private static IReadOnlyList<JsonElement> Items(JsonElement content, string name) =>
        content.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    // A backslash of its own is written as two, so an odd one before the u begins an escape.
    [GeneratedRegex("""(?<!\\)(?:\\\\)*\\u[0-9A-Fa-f]{4}""")]
    private static partial Regex Escapes();
}
