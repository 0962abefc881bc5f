using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Import.Tables;

namespace ServiceBot.Knowledge.Tests.Import.Tables;

public sealed class HeaderTests : IDisposable
{
    private readonly ImportScene _scene = new();

    [Theory]
    [InlineData("批发价(元/条)", "批发价")]
    [InlineData("批发价（元/条）", "批发价")]
    [InlineData(" 批 发 价 ", "批发价")]
    [InlineData("批发价【含税】[元]", "批发价")]
    [InlineData("*许可证号", "许可证号")]
    [InlineData("01档", "1档")]
    [InlineData("１３档", "13档")]
    [InlineData("十三档", "13档")]
    [InlineData("31档", "31档")]
    public void Header_is_compared_folded(string written, string expected) =>
        Assert.Equal(expected, HeaderName.Fold(written));

    [Fact]
    public async Task Title_lines_above_the_header_are_passed_over()
    {
        _scene.Write("人员.csv", "全市人员表,,,,", "制表：人事,日期：2026年6月19日,,,", ",,,,", "工号,姓名,岗位,电话,线路", "M01,赵敏,店长,,");

        var fault = Assert.Single((await _scene.ReadAsync()).Faults);

        Assert.Equal(
            new ImportFault("人员.csv", null, 5, "岗位", "店长", "岗位应为客户经理、专卖管理员、送货员或市场经理"), fault);
    }

    [Fact]
    public async Task Unknown_column_is_a_notice()
    {
        _scene.Write("热线.csv", "名称,号码,服务时间,说明,备注,", "举报,12313,,,随便,");

        var read = await _scene.ReadAsync();

        Assert.Empty(read.Faults);
        Assert.Equal(["热线.csv：“备注”列不在表里，被忽略"], read.Notices);
    }

    [Fact]
    public async Task Missing_and_repeated_columns_are_faults_and_the_rest_is_still_checked()
    {
        _scene.Write("热线.csv", "名称,说明,服务时间,名称", ",没有名称,,");

        Assert.Equal(
            [
                new ImportFault("热线.csv", null, 1, "名称", null, "“名称”列重复了，应只有一列"),
                new ImportFault("热线.csv", null, 1, "号码", null, "缺少“号码”列"),
                new ImportFault("热线.csv", null, 2, "名称", null, "名称不能为空"),
            ],
            (await _scene.ReadAsync()).Faults);
    }

    [Fact]
    public async Task File_without_header_is_a_fault()
    {
        _scene.Write("到货.csv", "2026-11-24,14301139,可订");

        var fault = Assert.Single((await _scene.ReadAsync()).Faults);
        Assert.Equal("没有找到表头，应有这些列：到货日期、品规名称、品规代码、说明", fault.Expected);
    }

    [Fact]
    public async Task Header_without_rows_is_a_fault()
    {
        _scene.Write("到货.csv", "到货日期,品规代码,说明", ",,", "");

        var fault = Assert.Single((await _scene.ReadAsync()).Faults);
        Assert.Equal("表头下面没有数据", fault.Expected);
    }

    [Fact]
    public async Task Table_that_lacks_its_key_does_not_make_others_refer_to_nothing()
    {
        _scene.Write("卷烟品规.csv", "品规名称,品牌,生产企业,价类,规格,批发价,零售价,焦油量,条码,别名", "中华(软),,,,,,,,,");
        _scene.WriteSample(TradeTable.Arrivals);

        var fault = Assert.Single((await _scene.ReadAsync(references: TradeReferences.Empty)).Faults);
        Assert.Equal("缺少“品规代码”列", fault.Expected);
    }

    [Fact]
    public async Task Cell_beyond_the_header_of_a_CSV_is_a_fault()
    {
        _scene.Write("问答.csv", "问题,答案", "怎么办,找经理,再说,", "怎么订,上网");

        var read = await _scene.ReadAsync();

        Assert.Equal(
            [new ImportFault("问答.csv", null, 2, null, "再说", "单元格不应比表头多；含有分隔符的内容应加引号")], read.Faults);
        Assert.Equal([new Article("怎么订", "上网")], read.Tables.Articles);
    }

    public void Dispose() => _scene.Dispose();
}
