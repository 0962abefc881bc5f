using System.Text.Json.Serialization;

namespace ServiceBot.Channels.WeChat;

/// <summary>Messages as <c>/cgi-bin/message/custom/send</c> takes them.</summary>
internal static class WeChatApiMessages
{
    /// <summary>The JSON body for one message.</summary>
    public static byte[] Write(string openId, WeChatMessage message) => message switch
    {
        WeChatMessage.Menu menu => WeChatJson.Write(new Body(openId, "msgmenu") { Menu = MenuOf(menu) }),
        WeChatMessage.News news => WeChatJson.Write(new Body(openId, "news") { News = NewsOf(news) }),
        _ => WriteText(openId, message),
    };

    /// <summary>The JSON body for a message's text form.</summary>
    public static byte[] WriteText(string openId, WeChatMessage message) =>
        WeChatJson.Write(new Body(openId, "text") { Text = new TextBody(message.ToText()) });

    private static MenuBody MenuOf(WeChatMessage.Menu menu) => new(
        menu.Choices.Prompt, menu.Choices.Items.Select(item => new MenuItem(item.Id, item.Label)).ToList());

    private static NewsBody NewsOf(WeChatMessage.News news) => new(
        news.Articles.Select(article => new ArticleBody(
            article.Title, article.Description, article.Url, article.PictureUrl)).ToList());

    private sealed record Body(
        [property: JsonPropertyName("touser")] string ToUser, [property: JsonPropertyName("msgtype")] string Type)
    {
        [JsonPropertyName("text")]
        public TextBody? Text { get; init; }

        [JsonPropertyName("msgmenu")]
        public MenuBody? Menu { get; init; }

        [JsonPropertyName("news")]
        public NewsBody? News { get; init; }
    }

    private sealed record TextBody([property: JsonPropertyName("content")] string Content);

    private sealed record MenuBody(
        [property: JsonPropertyName("head_content")] string Head,
        [property: JsonPropertyName("list")] IReadOnlyList<MenuItem> Items);

    private sealed record MenuItem(
        [property: JsonPropertyName("id")] string Id, [property: JsonPropertyName("content")] string Content);

    private sealed record NewsBody([property: JsonPropertyName("articles")] IReadOnlyList<ArticleBody> Articles);

    private sealed record ArticleBody(
        [property: JsonPropertyName("title")] string Title,
        [property: JsonPropertyName("description")] string Description,
        [property: JsonPropertyName("url")] string Url,
        [property: JsonPropertyName("picurl")] string PictureUrl);
}
