namespace ServiceBot.Knowledge.Import.Cells;

/// <summary>The trade's words for what the records name.</summary>
internal static class TradeChoices
{
    /// <summary>市场类型 of a retailer.</summary>
    public static readonly CellFormat<MarketType> Market =
        Choice.Of(default, ("城网", MarketType.Town), ("农网", MarketType.Country));

    /// <summary>市场类型 that a supply row is for; null and empty are 全部.</summary>
    public static readonly CellFormat<MarketType?> MarketOrAll = Choice.Of<MarketType?>(
        null, ("全部", null), ("城网", MarketType.Town), ("农网", MarketType.Country));

    /// <summary>状态 of a retailer.</summary>
    public static readonly CellFormat<RetailerStatus> RetailerStatus =
        Choice.Of(default, ("正常", Knowledge.RetailerStatus.Open), ("停业", Knowledge.RetailerStatus.Closed));

    /// <summary>状态 of a supply row.</summary>
    public static readonly CellFormat<SupplyStatus> SupplyStatus = Choice.Of(
        default,
        ("投放", Knowledge.SupplyStatus.Offered),
        ("不投", Knowledge.SupplyStatus.Stopped),
        ("新品", Knowledge.SupplyStatus.New));

    /// <summary>投放方式, also in the longer words of planning tables.</summary>
    public static readonly CellFormat<SupplyMethod> SupplyMethod = Choice.Of(
        default,
        ("按档位", Knowledge.SupplyMethod.ByTier),
        ("按档位投放", Knowledge.SupplyMethod.ByTier),
        ("按档位统一投放", Knowledge.SupplyMethod.ByTier),
        ("按档位扩展投放", Knowledge.SupplyMethod.ByTier),
        ("按价位段自选", Knowledge.SupplyMethod.ByPriceBand),
        ("按价位段自选投放", Knowledge.SupplyMethod.ByPriceBand),
        ("按价位段投放", Knowledge.SupplyMethod.ByPriceBand),
        ("按条件", Knowledge.SupplyMethod.ByCondition),
        ("按条件投放", Knowledge.SupplyMethod.ByCondition),
        ("标签投放", Knowledge.SupplyMethod.ByCondition),
        ("按标签投放", Knowledge.SupplyMethod.ByCondition));

    /// <summary>岗位.</summary>
    public static readonly CellFormat<StaffRole> StaffRole = Choice.Of(
        default,
        ("客户经理", Knowledge.StaffRole.Manager),
        ("专卖管理员", Knowledge.StaffRole.Inspector),
        ("送货员", Knowledge.StaffRole.Driver),
        ("市场经理", Knowledge.StaffRole.Supervisor));

    /// <summary>价类.</summary>
    public static readonly CellFormat<string> PriceClass = new(ParsePriceClass, "");

    private static readonly HashSet<string> PriceClasses =
        [.. "一二三四五六七八".Select(n => $"{n}档"), .. "一二三四五".Select(n => $"{n}类"), "雪茄"];

    private static string? ParsePriceClass(string text, out string value) =>
        PriceClasses.TryGetValue(text, out value!) ? null : "应为一档到八档、一类到五类或雪茄";
}
