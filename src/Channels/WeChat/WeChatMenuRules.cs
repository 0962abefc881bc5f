using System.Text;

namespace ServiceBot.Channels.WeChat;

/// <summary>WeChat's limits for menus, checked here because its own refusals name no button.</summary>
internal static class WeChatMenuRules
{
    private const int MostButtons = 3;
    private const int MostSubButtons = 5;
    private const int LongestName = 16;
    private const int LongestSubName = 60;
    private const int LongestKey = 128;
    private const int LongestUrl = 1024;

    private static readonly Dictionary<string, string[]> NeededByType = new(StringComparer.Ordinal)
    {
        ["click"] = ["key"],
        ["view"] = ["url"],
        ["miniprogram"] = ["url", "appid", "pagepath"],
        ["scancode_push"] = ["key"],
        ["scancode_waitmsg"] = ["key"],
        ["pic_sysphoto"] = ["key"],
        ["pic_photo_or_album"] = ["key"],
        ["pic_weixin"] = ["key"],
        ["location_select"] = ["key"],
        ["media_id"] = ["media_id"],
        ["view_limited"] = ["media_id"],
        ["article_id"] = ["article_id"],
        ["article_view_limited"] = ["article_id"],
    };

    /// <summary>Every fault with the button it is in.</summary>
    public static IEnumerable<string> Check(WeChatMenuFile? menu)
    {
        var buttons = menu?.Buttons ?? [];
        return CheckCount("button", buttons.Count, MostButtons)
            .Concat(buttons.SelectMany((button, index) => CheckTop(button, $"button[{index}]")));
    }

    private static IEnumerable<string> CheckTop(WeChatMenuButton button, string place)
    {
        var faults = CheckSize($"{place}.name", button.Name, LongestName);
        if (button.Buttons is not { Count: > 0 } subButtons)
        {
            return faults.Concat(CheckType(button, place));
        }

        return faults.Concat(CheckCount($"{place}.sub_button", subButtons.Count, MostSubButtons))
            .Concat(subButtons.SelectMany((sub, index) => CheckSub(sub, $"{place}.sub_button[{index}]")));
    }

    private static IEnumerable<string> CheckSub(WeChatMenuButton button, string place)
    {
        var nested = button.Buttons is { Count: > 0 }
            ? [$"{place}.sub_button: a menu has two levels. Move these buttons up."]
            : Enumerable.Empty<string>();
        return CheckSize($"{place}.name", button.Name, LongestSubName).Concat(nested).Concat(CheckType(button, place));
    }

    private static IEnumerable<string> CheckType(WeChatMenuButton button, string place)
    {
        if (button.Type is null || !NeededByType.TryGetValue(button.Type, out var needed))
        {
            return [$"{place}.type is '{button.Type}'. Use one of {string.Join(", ", NeededByType.Keys)}."];
        }

        return needed.SelectMany(field => CheckSize($"{place}.{field}", ValueOf(button, field), LimitOf(field)));
    }

    private static string? ValueOf(WeChatMenuButton button, string field) => field switch
    {
        "key" => button.Key,
        "url" => button.Url,
        "appid" => button.AppId,
        "pagepath" => button.PagePath,
        "media_id" => button.MediaId,
        _ => button.ArticleId,
    };

    private static int LimitOf(string field) => field == "key" ? LongestKey : LongestUrl;

    private static IEnumerable<string> CheckCount(string place, int count, int most) =>
        count >= 1 && count <= most ? [] : [$"{place} has {count} entries. WeChat takes 1 to {most}."];

    private static IEnumerable<string> CheckSize(string place, string? value, int most)
    {
        var bytes = Encoding.UTF8.GetByteCount(value ?? "");
        return bytes >= 1 && bytes <= most
            ? []
            : [$"{place} is '{value}', {bytes} bytes in UTF-8. WeChat takes 1 to {most}; a Chinese character is 3."];
    }
}
