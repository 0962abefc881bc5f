namespace ServiceBot.Bot.Skills;

/// <summary>Yes and no as people type them.</summary>
internal static class Yes
{
    private static readonly HashSet<string> Yeses =
        ["是", "是的", "好", "好的", "要", "要的", "确定", "确认", "可以", "行", "嗯", "对", "对的", "1", "yes", "ok", "y", "记", "记下", "需要"];

    private static readonly HashSet<string> Noes =
        ["否", "不", "不是", "不要", "不用", "不用了", "不需要", "不了", "算了", "2", "no", "n", "取消", "不记了", "不解除"];

    public static bool Is(string words) => Yeses.Contains(Trimmed(words));

    public static bool IsNo(string words) => Noes.Contains(Trimmed(words));

    private static string Trimmed(string words) => words.Trim().TrimEnd('。', '！', '!', '.', '，', '吧', '啊', '呀');
}
