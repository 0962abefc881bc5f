using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import.Tables;

public sealed class CheckTests : IDisposable
{
    private readonly ImportScene _scene = new();

    public static TheoryData<TradeTable, string, string, string> RepeatedKeys => new()
    {
        { TradeTable.Retailers, "许可证号", "330106100123", "许可证号不能重复，第2行已经有了" },
        { TradeTable.Products, "品规代码", "14301139", "品规代码不能重复，第2行已经有了" },
        { TradeTable.BandLimits, "开始日期、结束日期、价位段", "2026-11-22下午 / 2026-11-27 上午 / 5段", "开始日期、结束日期、价位段不能重复，第2行已经有了" },
        { TradeTable.Additions, "开始日期、结束日期、许可证号、品规代码、原因", "2026-11-22 下午 / 2026-11-27 上午 / 330106100123 / 14301139 / 市场…", "开始日期、结束日期、许可证号、品规代码、原因不能重复，第2行已经有了" },
        { TradeTable.Arrivals, "到货日期、品规代码", "2026-11-24 / 14301139", "到货日期、品规代码不能重复，第2行已经有了" },
        { TradeTable.SettlementAccounts, "许可证号", "330106100123", "许可证号不能重复，第2行已经有了" },
        { TradeTable.NewBrands, "品规代码", "14101206", "品规代码不能重复，第2行已经有了" },
        { TradeTable.Staff, "工号", "M01", "工号不能重复，第2行已经有了" },
        { TradeTable.Hotlines, "名称、号码", "烟草举报热线 / 12313", "名称、号码不能重复，第2行已经有了" },
        { TradeTable.PolicyNotices, "生效日期、标题", "2026-11-01 / 冬季订货时间", "生效日期、标题不能重复，第2行已经有了" },
        { TradeTable.SupplyLimits, "品规代码", "14301139", "品规代码在同一周期与第2行重复：两行会适用于同一户" },
    };

    [Theory]
    [MemberData(nameof(RepeatedKeys))]
    public async Task Repeated_key_is_a_fault(TradeTable table, string column, string value, string expected)
    {
        _scene.WriteChanged(table, [], []);

        Assert.Equal(
            [new ImportFault($"{table.ChineseName()}.csv", null, 3, column, value, expected)],
            (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Wording_of_two_articles_is_a_fault()
    {
        _scene.Write("问答.csv", "问题,答案", "怎么订|如何订,上网", "改号码｜如何订,找经理");

        Assert.Equal(
            [new ImportFault("问答.csv", null, 3, "问题", "如何订", "问题不能重复，第2行已经有了")],
            (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Orders_of_one_day_retailer_and_product_are_added_up_with_a_notice()
    {
        _scene.Write("订货.csv", "订货日期,许可证号,品规代码,数量", "2026-11-24,330106100123,14301139,5", "2026-11-24,330106100124,14301139,1", "2026-11-24,330106100123,中华(软),3", "2026-11-24,330106100123,14301139,-2");

        var read = await _scene.ReadAsync();

        Assert.Empty(read.Faults);
        Assert.Equal([6, 1], read.Tables.Orders!.Select(order => order.Cartons));
        Assert.Equal(["订货.csv：有2行与前面的行日期、许可证号和品规都相同，数量已相加"], read.Notices);
    }

    [Theory]
    [InlineData("2026-11-27", "2026-11-26", "结束日期不能早于开始日期2026-11-27")]
    [InlineData("2026-11-27 下午", "2026-11-27 上午", "结束日期不能早于开始日期2026-11-27 下午")]
    public async Task Cycle_that_ends_before_it_starts_is_a_fault(string start, string end, string expected)
    {
        _scene.WriteChanged(TradeTable.BandLimits, [("开始日期", start), ("结束日期", end)]);

        Assert.Equal(
            [new ImportFault("价位段限量.csv", null, 2, "结束日期", end, expected)], (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Cycle_of_half_a_day_and_of_one_day_are_sound()
    {
        _scene.WriteChanged(
            TradeTable.BandLimits,
            [("开始日期", "2026-11-27 上午"), ("结束日期", "2026-11-27 上午")],
            [("开始日期", "2026-11-28"), ("结束日期", "2026-11-28")]);

        Assert.Empty((await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Band_goes_with_price_band_choice_and_only_with_it()
    {
        _scene.WriteChanged(
            TradeTable.SupplyLimits,
            [("价位段", "")],
            [("投放方式", "按档位"), ("市场类型", "农网")]);

        Assert.Equal(
            [
                new ImportFault("货源投放.csv", null, 2, "价位段", null, "价位段不能为空：投放方式是按价位段自选"),
                new ImportFault("货源投放.csv", null, 3, "价位段", "5段", "价位段应为空：投放方式不是按价位段自选"),
            ],
            (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Band_without_a_limit_is_a_notice_when_the_import_has_band_limits()
    {
        _scene.WriteChanged(TradeTable.SupplyLimits, [("价位段", "6段")]);
        Assert.Empty((await _scene.ReadAsync()).Notices);

        _scene.WriteSample(TradeTable.BandLimits);
        Assert.Equal(
            ["价位段“6段”在2026-11-22到2026-11-27的周期里没有价位段限量"], (await _scene.ReadAsync()).Notices);
    }

    [Theory]
    [InlineData("城网", "", "", "农网", "", "", false)]
    [InlineData("城网", "", "", "全部", "", "", false)]
    [InlineData("城网", "便利店", "", "城网", "", "", false)]
    [InlineData("", "便利店、超市", "", "", "商场,超市", "", true)]
    [InlineData("", "便利店", "", "", "超市", "", false)]
    [InlineData("", "超市", "甲区", "", "超市", "乙区", false)]
    [InlineData("", "超市", "甲区、乙区", "", "超市", "乙区", true)]
    [InlineData("", "超市", "", "", "", "乙区", false)]
    public async Task Supply_rows_that_could_hold_for_one_retailer_overlap(
        string market1, string formats1, string districts1, string market2, string formats2, string districts2, bool overlap)
    {
        _scene.WriteChanged(
            TradeTable.SupplyLimits,
            [("市场类型", market1), ("业态", formats1), ("区县", districts1)],
            [("市场类型", market2), ("业态", formats2), ("区县", districts2), ("品规代码", "中华（软）")]);

        var faults = (await _scene.ReadAsync()).Faults;

        Assert.Equal(overlap ? [3] : [], faults.Select(fault => fault.Row));
    }

    [Fact]
    public async Task What_is_referred_to_must_be_there()
    {
        _scene.WriteChanged(
            TradeTable.Additions,
            [("许可证号", "330106999999")],
            [("品规代码", "99999999")],
            [("品规代码", "没有(这个)")]);
        _scene.WriteChanged(TradeTable.Retailers, [("客户经理工号", "M99")]);

        Assert.Equal(
            [
                new ImportFault("零售户.csv", null, 2, "客户经理工号", "M99", "客户经理工号应为人员表里有的工号"),
                new ImportFault("增投.csv", null, 2, "许可证号", "330106999999", "许可证号应为零售户表里有的许可证号"),
                new ImportFault("增投.csv", null, 3, "品规代码", "99999999", "品规代码应为卷烟品规表里有的代码或名称"),
                new ImportFault("增投.csv", null, 4, "品规代码", "没有(这个)", "品规代码应为卷烟品规表里有的代码或名称"),
            ],
            (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task Row_with_a_fault_can_still_be_referred_to()
    {
        _scene.WriteChanged(TradeTable.Products, [("批发价(元/条)", "贵")]);
        _scene.WriteChanged(TradeTable.Arrivals, [("说明", "")]);

        Assert.Equal([2], (await _scene.ReadAsync(references: TradeReferences.Empty)).Faults.Select(fault => fault.Row));
    }

    [Theory]
    [InlineData("14301139", "")]
    [InlineData("", "中华（软）")]
    [InlineData("00000000", " 中华 (软)")]
    [InlineData("中华（软）", "")]
    public async Task Product_is_found_by_code_else_by_name(string code, string name)
    {
        _scene.Write("到货.csv", "到货日期,品规名称,品规代码,说明", $"2026-11-24,{name},{code},");

        var read = await _scene.ReadAsync();

        Assert.Empty(read.Faults);
        Assert.Equal("14301139", Assert.Single(read.Tables.Arrivals!).ProductCode);
    }

    [Fact]
    public async Task Names_alone_are_enough_and_a_row_without_any_is_a_fault()
    {
        _scene.Write("到货.csv", "到货日期,品规名称,说明", "2026-11-24,中华(软),", "2026-11-25,,");

        var read = await _scene.ReadAsync();

        Assert.Equal([new ImportFault("到货.csv", null, 3, "品规代码", null, "品规代码不能为空")], read.Faults);
        Assert.Single(read.Tables.Arrivals!);
    }

    [Fact]
    public async Task Name_of_two_products_needs_the_code()
    {
        var references = new TradeReferences(
            new Dictionary<string, string> { ["1"] = "中华(软)", ["2"] = "中华（软）" },
            new HashSet<LicenseNumber>(),
            new HashSet<string>());
        _scene.Write("到货.csv", "到货日期,品规代码,说明", "2026-11-24,中华(软),", "2026-11-24,2,");

        Assert.Equal(
            [new ImportFault("到货.csv", null, 2, "品规代码", "中华(软)", "品规代码应为代码：叫这个名称的品规不止一个")],
            (await _scene.ReadAsync(references: references)).Faults);
    }

    [Fact]
    public async Task Formula_error_is_a_fault_in_any_format()
    {
        _scene.WriteChanged(TradeTable.BandLimits, [("7档", "#N/A"), ("8档", "")]);
        var expected = "7档应为数值或文字，这里是公式的错误";
        Assert.Equal(
            [new ImportFault("价位段限量.csv", null, 2, "7档", "#N/A", expected)], (await _scene.ReadAsync()).Faults);

        var rows = RawWorkbook.Row(1, RawWorkbook.Text("问题"), RawWorkbook.Text("答案"))
            + RawWorkbook.Row(2, RawWorkbook.Text("怎么订"), """<c t="e"><f>A9</f><v>#REF!</v></c>""");
        var path = RawWorkbook.Write(_scene.File("问答.xlsx"), "问答", rows);
        Assert.Equal(
            [new ImportFault("问答.xlsx", "问答", 2, "答案", "#REF!", "答案应为数值或文字，这里是公式的错误")],
            (await _scene.ReadAsync(path)).Faults);
    }

    [Fact]
    public async Task Faults_are_capped_by_file_and_long_values_cut()
    {
        var rows = Enumerable.Range(0, 1_500).Select(i => $"{new string('长', 80)}{i},答");
        _scene.Write("订货.csv", ["订货日期,许可证号,品规代码,数量", .. rows]);
        _scene.Write("热线.csv", "名称,号码,服务时间,说明", ",,,x");

        var faults = (await _scene.ReadAsync()).Faults;

        // Four faults a row: date, licence, product, quantity.
        Assert.Equal(1_001, faults.Count(fault => fault.File == "订货.csv"));
        Assert.Equal("另有5000处错误没有列出，改好以上各处后再导入", faults[^1].Expected);
        Assert.Equal(new string('长', 60) + "…", faults[0].Value);
        Assert.Equal(2, faults.Count(fault => fault.File == "热线.csv"));
    }

    public void Dispose() => _scene.Dispose();
}
