namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>适用档位, both ends included.</summary>
internal readonly record struct TierRange(Tier Min, Tier Max)
{
    /// <summary>Every tier.</summary>
    public static readonly TierRange All = new(new Tier(1), new Tier(Tier.Count));
}

/// <summary>适用档位: 10-30, 10档-30档, 20档 or 全部.</summary>
internal static class TierRangeCell
{
    /// <summary>Empty is every tier.</summary>
    public static readonly CellFormat<TierRange> Format = new(Parse, TierRange.All);

    private static readonly char[] Dashes = ['-', '~', '—', '–', '至', '到'];

    private static string? Parse(string text, out TierRange value)
    {
        value = TierRange.All;
        if (text == "全部")
        {
            return null;
        }

        var ends = TextFolding.FoldWidth(text).Split(Dashes);
        if (ends.Length > 2 || !TierCell.TryParse(ends[0], out var min) || !TierCell.TryParse(ends[^1], out var max))
        {
            return "应写成10-30、20档或全部，档位为1到30";
        }

        value = new TierRange(min, max);
        return min.Value > max.Value ? "的最低档不能高于最高档" : null;
    }
}
