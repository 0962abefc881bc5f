namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>One edge of an order cycle; no half is the whole day.</summary>
internal readonly record struct CycleEdge(DateOnly Date, DayHalf? Half);

/// <summary>开始日期 and 结束日期 of a cycle: 2026-06-21, 2026-06-21 下午, 2026-06-21下午.</summary>
internal static class CycleEdgeCell
{
    /// <summary>A date, with or without 上午 or 下午.</summary>
    public static readonly CellFormat<CycleEdge> Format = new(Parse, default);

    private static string? Parse(string text, out CycleEdge value)
    {
        var folded = TextFolding.FoldWidth(text);
        DayHalf? half = folded switch
        {
            [.., '上', '午'] => DayHalf.Morning,
            [.., '下', '午'] => DayHalf.Afternoon,
            _ => null,
        };
        var read = DateCell.TryParse(half is null ? folded : folded[..^2].TrimEnd(), out var date);
        value = new CycleEdge(date, half);
        return read ? null : "应为真实的日期，写成2026-11-24，可加上午或下午";
    }
}
