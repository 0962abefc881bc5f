using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ServiceBot.Bot.Understanding;

/// <summary>WeChat's built-in faces: bracket words such as [微笑], and the old codes such as /::).</summary>
internal static partial class WechatFaces
{
    private static readonly FrozenSet<string> Names = (
        "微笑 撇嘴 色 发呆 得意 流泪 害羞 闭嘴 睡 大哭 尴尬 发怒 调皮 呲牙 惊讶 难过 酷 冷汗 囧 抓狂 吐 偷笑 愉快 可爱 白眼 傲慢 "
        + "饥饿 困 惊恐 流汗 憨笑 悠闲 大兵 奋斗 咒骂 疑问 嘘 晕 疯了 折磨 衰 骷髅 敲打 再见 擦汗 抠鼻 鼓掌 糗大了 坏笑 左哼哼 右哼哼 "
        + "哈欠 鄙视 委屈 快哭了 阴险 亲亲 吓 可怜 菜刀 西瓜 啤酒 篮球 乒乓 咖啡 饭 猪头 玫瑰 凋谢 嘴唇 示爱 爱心 心碎 蛋糕 闪电 炸弹 "
        + "刀 足球 瓢虫 便便 月亮 太阳 礼物 拥抱 强 弱 握手 胜利 抱拳 勾引 拳头 差劲 爱你 no ok 爱情 飞吻 跳跳 发抖 怄火 转圈 磕头 回头 "
        + "跳绳 挥手 激动 街舞 献吻 左太极 右太极 笑脸 生病 脸红 破涕为笑 恐惧 失望 无语 嘿哈 捂脸 奸笑 机智 皱眉 耶 吃瓜 加油 汗 天啊 "
        + "emm 社会社会 旺柴 好的 打脸 哇 翻白眼 666 让我看看 叹气 苦涩 裂开 合十 庆祝 红包 發 福 烟花 爆竹 强壮 鬼魂")
        .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text without faces. Other words in brackets stay: 中华[软] is a product.</summary>
    public static string Remove(string text)
    {
        if (!text.Contains('[', StringComparison.Ordinal) && !text.Contains("/:", StringComparison.Ordinal))
        {
            return text;
        }

        var withoutWords = BracketWord().Replace(text, match => Names.Contains(match.Groups[1].Value) ? "" : match.Value);
        return Code().Replace(withoutWords, "");
    }

    [GeneratedRegex(@"\[([^\[\]]{1,5})\]", RegexOptions.CultureInvariant)]
    private static partial Regex BracketWord();

    // The codes are a slash, a colon and up to six of these signs; an address (http://) has its slash after the colon.
    [GeneratedRegex(@"/:(?::[)~B|<$XZ'(@PDO(+Q\-T,d!>gLxz&*?\-a-zA-Z]{1,3}|,@[a-zA-Z!\-]{1,2}|[@&!?*|][a-zA-Z\-)<>@]{1,3}|[a-z]{2,7})",
        RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
