using System.Text.RegularExpressions;

namespace ServiceBot.Fixtures;

/// <summary>
/// Twenty questions of one retailer of the sample county, each whole in itself. Asked on any channel, and with 更多 until the
/// end, they must give the same figures.
/// </summary>
public static partial class TwentyQuestions
{
    /// <summary>The licence of the retailer who asks: town, tier 20.</summary>
    public const string License = "330106100123";

    /// <summary>The questions.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "软中华还能订几条", "硬中华限量多少", "芙蓉王(硬)还能订几条", "黄鹤楼(软蓝)还能订多少", "玉溪(软)能订几条", "利群(新版)限量",
        "云烟(软如意)还能订吗", "南京(红)还能订几条", "软中华和硬中华各还能订多少", "还能订什么", "余额够不够扣", "软中华多少钱", "硬中华批发价多少",
        "有什么新品", "硬中华到货了吗", "什么时候到货", "我的订货日是哪天", "什么时候送货", "我的客户经理是谁", "热线电话多少",
    ];

    /// <summary>Those of <see cref="All"/> that are about one product of the plan or about the account: their figures are heard whole.</summary>
    public static IReadOnlyList<string> Heard { get; } = [.. All.Take(6), "余额够不够扣"];

    /// <summary>The figures of an answer: cartons, yuan, counts, days of the year and telephone numbers.</summary>
    public static IReadOnlySet<string> FiguresIn(string answer) =>
        Figure().Matches(answer).Select(match => match.Value.Replace(" ", "", StringComparison.Ordinal)).ToHashSet();

    /// <summary>The cartons and the yuan among them.</summary>
    public static IReadOnlySet<string> AmountsIn(string answer) =>
        FiguresIn(answer).Where(figure => figure[^1] is '条' or '元').ToHashSet();

    [GeneratedRegex(@"[0-9][0-9,]*(?:\.[0-9]+)? ?(?:条|元|款|个品规)|[0-9]+月[0-9]+日|[0-9]{3,4}-[0-9]{7,8}|(?<![0-9.,])[0-9]{5,11}(?![0-9.,])")]
    private static partial Regex Figure();
}
