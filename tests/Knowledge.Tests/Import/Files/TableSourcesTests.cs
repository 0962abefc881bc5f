using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Import.Files;

namespace ServiceBot.Knowledge.Tests.Import.Files;

public sealed class TableSourcesTests : IDisposable
{
    private readonly ImportScene _scene = new();

    [Fact]
    public async Task Missing_path_is_a_fault()
    {
        Assert.Equal(("没有.csv", "文件不存在"), await OnlyFileFaultAsync(_scene.File("没有.csv")));
        Assert.Equal(("没有.xlsx", "文件不存在"), await OnlyFileFaultAsync(_scene.File("没有.xlsx")));
        Assert.Equal(("没有", "文件不存在"), await OnlyFileFaultAsync(_scene.File("没有")));
    }

    [Fact]
    public async Task Folder_without_tables_is_a_fault()
    {
        var name = Path.GetFileName(_scene.Path);
        Assert.Equal((name, "文件夹里没有.csv或.xlsx文件"), await OnlyFileFaultAsync(_scene.Path));

        _scene.Write("名单.csv", "a,b", "1,2");
        var (file, expected) = await OnlyFileFaultAsync(_scene.Path + Path.DirectorySeparatorChar);
        Assert.Equal(name, file);
        Assert.Equal($"没有找到要导入的表，文件名或工作表名应含有：{TradeTableNames.All}", expected);
    }

    [Fact]
    public async Task File_of_another_kind_is_a_fault() =>
        Assert.Equal(("人员.txt", "应为.csv或.xlsx文件"), await OnlyFileFaultAsync(_scene.Write("人员.txt", "工号")));

    [Fact]
    public async Task Empty_file_is_a_fault() =>
        Assert.Equal(("人员.csv", "文件是空的"), await OnlyFileFaultAsync(_scene.Write("人员.csv")));

    [Fact]
    public async Task Damaged_workbook_is_one_fault_and_hides_nothing_else()
    {
        _scene.Write("零售户.xlsx", "没有内容");
        _scene.WriteSample(TradeTable.Orders);

        var read = await _scene.ReadAsync(
            references: TableSamples.References with { Licenses = new HashSet<LicenseNumber>() });

        var fault = Assert.Single(read.Faults);
        Assert.Equal(("零售户.xlsx", "不是有效的.xlsx文件，可能已损坏，请用Excel另存后再导入"), (fault.File, fault.Expected));
    }

    [Fact]
    public void Refusal_of_the_system_is_said_in_plain_words()
    {
        var refused = Assert.Throws<UnreadableFileException>(
            () => FileOpener.Try<object>(() => throw new UnauthorizedAccessException()));
        Assert.Equal("没有读取这个文件的权限", refused.Message);
    }

    [Fact]
    public async Task Unknown_files_beside_tables_are_notices_and_leftovers_are_nothing()
    {
        _scene.WriteSample(TradeTable.Staff);
        _scene.Write("名单.csv", "a,b");
        _scene.Write("~$零售户.xlsx", "x");
        _scene.Write("._人员.csv", "x");
        _scene.Write("README.md", "x");

        var read = await _scene.ReadAsync();

        Assert.Empty(read.Faults);
        Assert.Equal(["文件“名单.csv”的名称里没有表名，被忽略"], read.Notices);
    }

    [Fact]
    public async Task Sheets_that_are_no_tables_are_notices_unless_blank()
    {
        var staff = TableSamples.Of(TradeTable.Staff);
        var path = TableWriter.WriteWorkbook(
            _scene.File("本周.xlsx"),
            ("填写说明", ["怎么填"], [["照着填"]]),
            ("人员", staff.Headers, staff.Rows),
            ("Sheet3", [], []));

        var read = await _scene.ReadAsync(path);

        Assert.Empty(read.Faults);
        Assert.Equal(staff.Expected, read.Tables.Staff);
        Assert.Equal(["本周.xlsx的工作表“填写说明”的名称里没有表名，被忽略"], read.Notices);
    }

    [Fact]
    public async Task Workbooks_name_speaks_for_its_first_sheet_when_no_sheet_does()
    {
        var staff = TableSamples.Of(TradeTable.Staff);
        var path = TableWriter.WriteWorkbook(_scene.File("人员_2026.xlsx"), ("Sheet1", staff.Headers, staff.Rows));

        var read = await _scene.ReadAsync(path);

        Assert.Empty(read.Faults);
        Assert.Equal(staff.Expected, read.Tables.Staff);
    }

    [Fact]
    public async Task Blank_workbook_named_by_a_table_has_no_header()
    {
        var path = TableWriter.WriteWorkbook(_scene.File("人员.xlsx"), ("Sheet1", [], []));

        var fault = Assert.Single((await _scene.ReadAsync(path)).Faults);
        Assert.Equal("没有找到表头，应有这些列：工号、姓名、岗位、电话、线路", fault.Expected);
    }

    [Fact]
    public async Task Table_given_twice_is_a_fault_that_names_both()
    {
        _scene.WriteSample(TradeTable.Products, "卷烟品规");
        _scene.WriteSample(TradeTable.Products, "卷烟品规(1)");
        _scene.WriteSample(TradeTable.Arrivals);

        var read = await _scene.ReadAsync(references: TradeReferences.Empty);

        var fault = Assert.Single(read.Faults);
        Assert.Equal("卷烟品规(1).csv和卷烟品规.csv都是“卷烟品规”表，一次只能导入一份", fault.Expected);
    }

    [Theory]
    [InlineData("货源投放_20261124", TradeTable.SupplyLimits)]
    [InlineData("1-零售户", TradeTable.Retailers)]
    [InlineData("零售户结算账户", TradeTable.SettlementAccounts)]
    [InlineData("新品货源投放", TradeTable.SupplyLimits)]
    [InlineData("货源投放（含新品）", TradeTable.SupplyLimits)]
    [InlineData("(新品)", TradeTable.NewBrands)]
    [InlineData("价位段限量表", TradeTable.BandLimits)]
    [InlineData("Sheet1", null)]
    public void Table_is_told_by_name(string name, TradeTable? expected) =>
        Assert.Equal(expected, TradeTableNames.Find(name));

    public void Dispose() => _scene.Dispose();

    private async Task<(string File, string Expected)> OnlyFileFaultAsync(string path)
    {
        var read = await _scene.ReadAsync(path);
        var fault = Assert.Single(read.Faults);
        Assert.Equal((null, null, null, null), (fault.Sheet, fault.Row, fault.Column, fault.Value));
        return (fault.File, fault.Expected);
    }
}
