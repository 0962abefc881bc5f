using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>All thirteen tables, each with faults of its own, in one import: every fault is named and nothing else.</summary>
public sealed class BrokenTablesTests : IDisposable
{
    private readonly ImportScene _scene = new();

    [Fact]
    public async Task Every_seeded_fault_of_thirteen_tables_is_named_and_nothing_else()
    {
        WritePeopleAndProducts();
        WriteSupply();
        WriteTheRest();

        var read = await _scene.ReadAsync(references: TradeReferences.Empty);

        Assert.Equal(Expected, read.Faults);
        Assert.Empty(read.Notices);
        Assert.Equal(13, read.Files.Count);
    }

    public void Dispose() => _scene.Dispose();

    private static ImportFault[] Expected =>
    [
        Fault("卷烟品规", 3, "品规代码", null, "品规代码不能为空"),
        Fault("卷烟品规", 4, "批发价(元/条)", "215.555", "批发价最多两位小数"),
        Fault("卷烟品规", 4, "品规代码", "14301139", "品规代码不能重复，第2行已经有了"),
        Fault("人员", 3, "岗位", "店长", "岗位应为客户经理、专卖管理员、送货员或市场经理"),
        Fault("零售户", 3, "许可证号", "33010610012", "许可证号应为12位数字"),
        Fault("零售户", 4, "手机号", "0571-88880000", "手机号应为1开头的11位数字"),
        Fault("零售户", 4, "档位", "31档", "档位应为1到30，如13、13档或十三档"),
        Fault("零售户", 4, "市场类型", "郊区", "市场类型应为城网或农网"),
        Fault("零售户", 4, "订货日", "月底", "订货日应为周一到周日，可加单周或双周，如单周周四"),
        Fault("零售户", 4, "客户经理工号", "M77", "客户经理工号应为人员表里有的工号"),
        Fault("货源投放", 3, "结束日期", "2026-11-21", "结束日期不能早于开始日期2026-11-22 下午"),
        Fault("货源投放", 3, "13档", "-1", "13档应为0或更大的整数条数"),
        Fault("货源投放", 4, "品规代码", "14999999", "品规代码应为卷烟品规表里有的代码或名称"),
        Fault("货源投放", 4, "状态", "暂停", "状态应为投放、不投或新品"),
        Fault("货源投放", 4, "价位段", "5段", "价位段应为空：投放方式不是按价位段自选"),
        Fault("价位段限量", 3, "开始日期", "2026-11-31", "开始日期应为真实的日期，写成2026-11-24，可加上午或下午"),
        Fault("增投", 3, "许可证号", "330106100999", "许可证号应为零售户表里有的许可证号"),
        Fault("增投", 3, "增投(条)", "1.5", "增投应为0或更大的整数条数"),
        Fault("订货", 3, "订货日期", "昨天", "订货日期应为真实的日期，写成2026-11-24"),
        Fault("订货", 3, "数量(条)", "两条", "数量应为整数条数"),
        Fault("到货", 3, "到货日期", null, "到货日期不能为空"),
        Fault("结算账户", 3, "余额(元)", "#DIV/0!", "余额应为数值或文字，这里是公式的错误"),
        Fault("结算账户", 3, "余额时间", "2026-11-24 24:30", "余额时间应为真实的日期和时间，写成2026-11-24 08:30"),
        Fault("结算账户", 3, "许可证号", "330106100123", "许可证号不能重复，第2行已经有了"),
        Fault("新品", 3, "适用档位", "30-10", "适用档位的最低档不能高于最高档"),
        Fault("新品", 3, "结束日期", "2026-11-01", "结束日期不能早于上市日期2026-11-20"),
        Fault("热线", 3, "号码", "暂无", "号码应为电话号码，如13800000000、0571-12345678或12313"),
        Fault("经营政策", 3, "标题", null, "标题不能为空"),
        Fault("问答", 3, "答案", null, "答案不能为空"),
        Fault("问答", 3, "问题", "许可证快到期", "问题不能重复，第2行已经有了"),
    ];

    private static ImportFault Fault(string table, int row, string column, string? value, string expected) =>
        new($"{table}.csv", null, row, column, value, expected);

    private void WritePeopleAndProducts()
    {
        _scene.WriteChanged(
            TradeTable.Products,
            [],
            [("品规代码", ""), ("品规名称", "无码(硬)")],
            [("批发价(元/条)", "215.555")],
            [("品规代码", "14101206"), ("品规名称", "黄金叶(天叶)")]);
        _scene.WriteChanged(TradeTable.Staff, [], [("工号", "M02"), ("岗位", "店长")]);
        _scene.WriteChanged(
            TradeTable.Retailers,
            [],
            [("许可证号", "33010610012")],
            [
                ("许可证号", "330106100124"), ("手机号", "0571-88880000"), ("档位", "31档"), ("市场类型", "郊区"),
                ("订货日", "月底"), ("客户经理工号", "M77"),
            ]);
    }

    private void WriteSupply()
    {
        _scene.WriteChanged(
            TradeTable.SupplyLimits,
            [],
            [("结束日期", "2026-11-21"), ("13档", "-1")],
            [("品规代码", "14999999"), ("投放方式", "按档位"), ("状态", "暂停")]);
        _scene.WriteChanged(TradeTable.BandLimits, [], [("开始日期", "2026-11-31")]);
        _scene.WriteChanged(TradeTable.Additions, [], [("许可证号", "330106100999"), ("增投(条)", "1.5")]);
        _scene.WriteChanged(TradeTable.Orders, [], [("订货日期", "昨天"), ("数量(条)", "两条")]);
    }

    private void WriteTheRest()
    {
        _scene.WriteChanged(TradeTable.Arrivals, [], [("到货日期", "")]);
        _scene.WriteChanged(
            TradeTable.SettlementAccounts, [], [("余额(元)", "#DIV/0!"), ("余额时间", "2026-11-24 24:30")]);
        _scene.WriteChanged(
            TradeTable.NewBrands, [], [("品规代码", "14301139"), ("适用档位", "30-10"), ("结束日期", "2026-11-01")]);
        _scene.WriteChanged(TradeTable.Hotlines, [], [("号码", "暂无")]);
        _scene.WriteChanged(TradeTable.PolicyNotices, [], [("标题", "")]);
        _scene.WriteChanged(TradeTable.Articles, [], [("问题", "许可证快到期"), ("答案", "")]);
    }
}
