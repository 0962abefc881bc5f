using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>One sound table of each kind; together they refer only to each other.</summary>
internal static class TableSamples
{
    private static readonly LicenseNumber First = LicenseNumber.Parse("330106100123");
    private static readonly LicenseNumber Second = LicenseNumber.Parse("330106100124");

    private static readonly OrderCycle Week = new(
        new DateOnly(2026, 11, 22), DayHalf.Afternoon, new DateOnly(2026, 11, 27), DayHalf.Morning);

    public static IReadOnlyList<TableSample> All { get; } =
    [
        Retailers(), Products(), Supply(), Bands(), Additions(), Orders(), Arrivals(), Accounts(), NewBrands(), Staff(),
        Hotlines(), Policies(), Articles(),
    ];

    /// <summary>What the samples refer to, for reading one of them alone.</summary>
    public static TradeReferences References { get; } = new(
        new Dictionary<string, string> { ["14301139"] = "中华(软)", ["14101206"] = "黄金叶(天叶)" },
        new HashSet<LicenseNumber> { First, Second },
        new HashSet<string> { "M01", "M02" });

    public static TableSample Of(TradeTable table) => All.Single(sample => sample.Table == table);

    public static string[] TierHeaders => [.. Enumerable.Range(1, 30).Select(tier => $"{tier}档")];

    /// <summary>30 cells that say which tier they are.</summary>
    public static string[] TierCells(int more = 0) => [.. Enumerable.Range(1, 30).Select(tier => $"{tier + more}")];

    private static TierCells Cells(int more = 0) => new([.. Enumerable.Range(1, 30).Select(tier => tier + more)]);

    private static TableSample Retailers() => new(
        TradeTable.Retailers,
        [
            "许可证号", "客户编码", "店名", "经营者", "手机号", "档位", "市场类型", "业态", "订货日", "送货日", "线路",
            "客户经理工号", "状态", "区县", "信用等级", "终端层级",
        ],
        [
            ["330106100123", "1001", "好邻居便利店", "王芳", "13800000001", "13档", "城网", "便利店", "周四", "周六", "东1线", "M01", "正常", "西湖区", "AA", "现代终端"],
            ["330106100124", "1002", "老街烟酒店", "李强", "", "三十档", "农网", "", "双周周一", "", "", "", "停业", "", "", ""],
        ],
        new List<Retailer>
        {
            new(First, "1001", "好邻居便利店", "王芳", "13800000001", new Tier(13), MarketType.Town, "便利店",
                new OrderDay(DayOfWeek.Thursday, WeekParity.Every), DayOfWeek.Saturday, "东1线", "M01",
                RetailerStatus.Open, "西湖区", "AA", "现代终端"),
            new(Second, "1002", "老街烟酒店", "李强", "", new Tier(30), MarketType.Country, "",
                new OrderDay(DayOfWeek.Monday, WeekParity.Even), null, "", "", RetailerStatus.Closed, null, null, null),
        });

    private static TableSample Products() => new(
        TradeTable.Products,
        ["品规代码", "品规名称", "品牌", "生产企业", "价类", "规格", "批发价(元/条)", "零售价(元/包)", "焦油量(mg)", "条码", "别名"],
        [
            ["14301139", "中华（软）", "中华", "上海烟草集团有限责任公司", "二档", "常规", "550.5", "65", "11", "6901028075763", "软中,华子；软华"],
            ["14101206", "黄金叶(天叶)", "黄金叶", "", "", "", "", "", "", "", ""],
        ],
        new List<Product>
        {
            new("14301139", "中华(软)", "中华", "上海烟草集团有限责任公司", "二档", "常规", 550.5m, 65m, 11m, "6901028075763", "软中、华子、软华"),
            new("14101206", "黄金叶(天叶)", "黄金叶", "", "", "", null, null, null, null, ""),
        });

    private static TableSample Supply() => new(
        TradeTable.SupplyLimits,
        ["开始日期", "结束日期", "品规代码", "投放方式", "价位段", "市场类型", "业态", "区县", "状态", "条件", .. TierHeaders],
        [
            ["2026-11-22 下午", "2026-11-27上午", "14301139", "按价位段自选投放", "5段", "城网", "商场.超市", "", "投放", "", .. TierCells()],
            ["2026-11-22 下午", "2026-11-27上午", "黄金叶（天叶）", "标签投放", "", "全部", "", "西湖区，余杭区", "新品", "高价烟40条及以上各1条", .. new string[30].Select(_ => "")],
        ],
        new List<SupplyLimit>
        {
            new(Week, "14301139", SupplyMethod.ByPriceBand, "5段", MarketType.Town, "商场、超市", "", SupplyStatus.Offered, "", Cells()),
            new(Week, "14101206", SupplyMethod.ByCondition, "", null, "", "西湖区、余杭区", SupplyStatus.New, "高价烟40条及以上各1条", new TierCells(new int[30])),
        });

    private static TableSample Bands() => new(
        TradeTable.BandLimits,
        ["开始日期", "结束日期", "价位段", .. TierHeaders],
        [
            ["2026-11-22下午", "2026-11-27 上午", "5段", .. TierCells(10)],
            ["2026-11-28", "2026/12/4", "5段", .. TierCells()],
        ],
        new List<BandLimit>
        {
            new(Week, "5段", Cells(10)),
            new(OrderCycle.OfDays(new DateOnly(2026, 11, 28), new DateOnly(2026, 12, 4)), "5段", Cells()),
        });

    private static TableSample Additions() => new(
        TradeTable.Additions,
        ["开始日期", "结束日期", "许可证号", "品规代码", "增投(条)", "原因"],
        [
            ["2026-11-22 下午", "2026-11-27 上午", "330106100123", "14301139", "15", "市场监测样本户"],
            ["2026-11-22 下午", "2026-11-27 上午", "330106100123", "14301139", "3", "新店扶持"],
        ],
        new List<Addition>
        {
            new(Week, First, "14301139", 15, "市场监测样本户"),
            new(Week, First, "14301139", 3, "新店扶持"),
        });

    private static TableSample Orders() => new(
        TradeTable.Orders,
        ["订货日期", "许可证号", "品规代码", "数量(条)"],
        [["2026-11-24", "330106100123", "14301139", "5"], ["2026-11-24", "330106100124", "14301139", "-2"]],
        new List<Order>
        {
            new(new DateOnly(2026, 11, 24), First, "14301139", 5),
            new(new DateOnly(2026, 11, 24), Second, "14301139", -2),
        });

    private static TableSample Arrivals() => new(
        TradeTable.Arrivals,
        ["到货日期", "品规代码", "说明"],
        [["2026-11-24", "14301139", "当天下午可订"], ["2026/11/25", "14101206", ""]],
        new List<Arrival>
        {
            new(new DateOnly(2026, 11, 24), "14301139", "当天下午可订"),
            new(new DateOnly(2026, 11, 25), "14101206", ""),
        });

    private static TableSample Accounts() => new(
        TradeTable.SettlementAccounts,
        ["许可证号", "开户银行", "账号尾号", "余额(元)", "余额时间", "待扣金额(元)", "扣款时间", "上次扣款结果"],
        [
            ["330106100123", "工商银行", "6217", "12345.67", "2026-11-24 08:30", "2000.5", "2026-11-25 09:00", "成功"],
            ["330106100124", "", "", "-1.5", "2026-11-24 08:30", "", "", ""],
        ],
        new List<SettlementAccount>
        {
            new(First, "工商银行", "6217", 12345.67m, At(24, 0, 30), 2000.5m, At(25, 1, 0), "成功"),
            new(Second, "", "", -1.5m, At(24, 0, 30), 0m, null, ""),
        });

    private static TableSample NewBrands() => new(
        TradeTable.NewBrands,
        ["品规代码", "上市日期", "结束日期", "口味", "产地", "卖点", "图片", "适用档位"],
        [
            ["14101206", "2026-11-20", "2026-12-20", "醇和", "河南", "细腻回甜", "tianye.jpg", "10档-30档"],
            ["14301139", "2026-11-20", "", "", "", "", "", "全部"],
        ],
        new List<NewBrand>
        {
            new("14101206", new DateOnly(2026, 11, 20), new DateOnly(2026, 12, 20), "醇和", "河南", "细腻回甜", "tianye.jpg", new Tier(10), new Tier(30)),
            new("14301139", new DateOnly(2026, 11, 20), null, "", "", "", "", new Tier(1), new Tier(30)),
        });

    private static TableSample Staff() => new(
        TradeTable.Staff,
        ["工号", "姓名", "岗位", "电话", "线路"],
        [["M01", "赵敏", "客户经理", "13900000001", "东1线，东2线"], ["M02", "钱伟", "市场经理", "0571-88880000", ""]],
        new List<StaffMember>
        {
            new("M01", "赵敏", StaffRole.Manager, "13900000001", "东1线、东2线"),
            new("M02", "钱伟", StaffRole.Supervisor, "0571-88880000", ""),
        });

    private static TableSample Hotlines() => new(
        TradeTable.Hotlines,
        ["名称", "号码", "服务时间", "说明"],
        [["烟草举报热线", "12313", "24小时", "举报假烟"], ["订货热线", "0571-88881111", "8:30-17:30", ""]],
        new List<Hotline>
        {
            new("烟草举报热线", "12313", "24小时", "举报假烟"),
            new("订货热线", "0571-88881111", "8:30-17:30", ""),
        });

    private static TableSample Policies() => new(
        TradeTable.PolicyNotices,
        ["生效日期", "失效日期", "标题", "内容"],
        [["2026-11-01", "2026-12-31", "冬季订货时间", "周一到周五，8:30开始"], ["2026-11-01", "", "明码标价", "每个品规都要有价签"]],
        new List<PolicyNotice>
        {
            new(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 31), "冬季订货时间", "周一到周五，8:30开始"),
            new(new DateOnly(2026, 11, 1), null, "明码标价", "每个品规都要有价签"),
        });

    private static TableSample Articles() => new(
        TradeTable.Articles,
        ["问题", "答案"],
        [["许可证怎么延续|许可证快到期", "到期前30天申请"], ["怎么改手机号", "找客户经理办理"]],
        new List<Article> { new("许可证怎么延续|许可证快到期", "到期前30天申请"), new("怎么改手机号", "找客户经理办理") });

    private static DateTimeOffset At(int day, int utcHour, int minute) => new(2026, 11, day, utcHour, minute, 0, TimeSpan.Zero);
}
