using System.Text;
using System.Text.Json;

namespace ServiceBot.Fixtures;

/// <summary>WeChat's checks on what it is sent; each gives an errcode, 0 when all is well.</summary>
internal static class FakeWeChatRules
{
    public static int CheckMessage(string body) => Check(body, message =>
    {
        if (string.IsNullOrEmpty(message.GetProperty("touser").GetString()))
        {
            return 40003;
        }

        return message.GetProperty("msgtype").GetString() switch
        {
            "text" => CheckText(message.GetProperty("text").GetProperty("content").GetString()!),
            "news" => message.GetProperty("news").GetProperty("articles").GetArrayLength() == 1 ? 0 : 45008,
            "msgmenu" => CheckItems(message.GetProperty("msgmenu")),
            _ => 40008,
        };
    });

    public static int CheckMenu(string body) => Check(body, menu =>
    {
        var buttons = menu.GetProperty("button");
        if (buttons.GetArrayLength() is < 1 or > 3)
        {
            return 40016;
        }

        return buttons.EnumerateArray().All(button => Bytes(button.GetProperty("name").GetString()!) <= 16) ? 0 : 40018;
    });

    private static int Check(string body, Func<JsonElement, int> check)
    {
        if (body.Contains("\\u", StringComparison.Ordinal))
        {
            return 40033;
        }

        try
        {
            return check(JsonSerializer.Deserialize<JsonElement>(body));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return 47001;
        }
    }

    private static int CheckText(string content) => Bytes(content) switch
    {
        0 => 44004,
        > 2048 => 45002,
        _ => 0,
    };

    private static int CheckItems(JsonElement menu) =>
        menu.GetProperty("list").EnumerateArray().All(item =>
            item.GetProperty("id").GetString() is not null && item.GetProperty("content").GetString() is not null) ? 0 : 47001;

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
