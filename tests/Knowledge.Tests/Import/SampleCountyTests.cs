using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;
using static ServiceBot.Knowledge.Tests.Import.SampleTables;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>The sample county is fresh on whatever day it is loaded.</summary>
public sealed class SampleCountyTests
{
    public static TheoryData<string> Todays { get; } =
        [.. new[] { -800, -366, -50, -14, -7, -6, -1, 0, 1, 2, 3, 4, 5, 6, 7, 13, 38, 99, 400, 3000 }
            .Select(days => new DateOnly(2026, 11, 23).AddDays(days).ToString("yyyy-MM-dd"))];

    [Theory]
    [MemberData(nameof(Todays))]
    public async Task Current_cycle_holds_today(string day)
    {
        var (tables, today, folder) = await PrepareAsync(day);
        using var _ = folder;

        var cycles = tables["货源投放"].Select(row => (Start: Date(row["开始日期"]), End: Date(row["结束日期"]))).Distinct().Order().ToList();

        Assert.Equal(3, cycles.Count);
        Assert.Equal(1, cycles.FindIndex(cycle => cycle.Start <= today && today <= cycle.End));
        Assert.All(cycles, cycle => Assert.Equal((DayOfWeek.Monday, 6), (cycle.Start.DayOfWeek, cycle.End.DayNumber - cycle.Start.DayNumber)));
        Assert.Equal(cycles[0].End.AddDays(1), cycles[1].Start);
        Assert.Equal(cycles[1].End.AddDays(1), cycles[2].Start);
    }

    [Theory]
    [MemberData(nameof(Todays))]
    public async Task Demo_question_has_a_limit_some_ordered_and_some_left(string day)
    {
        var (tables, today, folder) = await PrepareAsync(day);
        using var _ = folder;
        var retailer = tables["零售户"].Single(row => row["许可证号"] == Demo);
        bool Now(Dictionary<string, string> row) => Date(row["开始日期"]) <= today && today <= Date(row["结束日期"]);

        foreach (var name in new[] { "中华(软)", "中华(硬)" })
        {
            var code = tables["卷烟品规"].Single(row => row["品规名称"] == name)["品规代码"];
            var cell = Number(tables["货源投放"].Single(row => row["品规代码"] == code && Now(row) && Covers(row, retailer))[$"{retailer["档位"]}档"]);
            var added = tables["增投"].Where(row => row["品规代码"] == code && row["许可证号"] == Demo && Now(row)).Sum(row => Number(row["增投(条)"]));
            var start = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
            var ordered = tables["订货"]
                .Where(row => row["品规代码"] == code && row["许可证号"] == Demo && Date(row["订货日期"]) >= start)
                .Sum(row => Number(row["数量(条)"]));

            Assert.InRange(ordered, 1, cell + added - 1);
        }
    }

    [Theory]
    [MemberData(nameof(Todays))]
    public async Task No_order_is_in_the_future_and_deductions_are_ahead(string day)
    {
        var (tables, today, folder) = await PrepareAsync(day);
        using var _ = folder;

        Assert.All(tables["订货"], row => Assert.True(Date(row["订货日期"]) <= today));
        Assert.All(tables["结算账户"], row => Assert.Equal(today.AddDays(-1), Date(row["余额时间"])));
        Assert.All(
            tables["结算账户"].Where(row => row["扣款时间"].Length > 0),
            row => Assert.InRange(Date(row["扣款时间"]).DayNumber - today.DayNumber, 1, 2));
        Assert.Contains(tables["新品"], row => Date(row["上市日期"]) <= today && today <= Date(row["结束日期"]));
        Assert.Contains(tables["到货"], row => Date(row["到货日期"]) >= today);
        Assert.Contains(tables["经营政策"], row => Date(row["生效日期"]) <= today);
    }

    [Theory]
    [InlineData("2026-11-23", "双周周四")]
    [InlineData("2026-11-30", "单周周四")]
    [InlineData("2026-11-22", "单周周四")]
    [InlineData("2026-12-09", "双周周四")]
    public async Task Every_second_week_stays_with_its_orders(string day, string expected)
    {
        var (tables, _, folder) = await PrepareAsync(day);
        using var ignored = folder;

        Assert.Equal(expected, tables["零售户"].Single(row => row["许可证号"] == "330106100250")["订货日"]);
    }

    [Theory]
    [InlineData("2026-11-23")]
    [InlineData("2027-03-06")]
    public async Task Importer_reads_every_table_without_a_fault(string day)
    {
        var (_, _, folder) = await PrepareAsync(day);
        using var ignored = folder;

        var read = await new TradeTableReader().ReadAsync(
            folder.File("sample"), TradeReferences.Empty, null, TestContext.Current.CancellationToken);

        Assert.Empty(read.Faults);
        Assert.Empty(read.Notices);
        Assert.Equal(Enum.GetValues<TradeTable>().Order(), read.Files.Keys.Order());
    }

    [Fact]
    public async Task Hours_and_other_cells_stay_as_they_are()
    {
        using var folder = new TemporaryFolder();
        Write(folder, "sample.json", """{"anchorDate":"2026-11-23"}""");
        Write(folder, "结算账户.csv", "许可证号,扣款时间\n1,2026-11-24 09:00\n2,\n");
        Write(folder, "价位段限量.csv", "开始日期,结束日期,备注\n2026-11-22 下午,2026-11-28 上午,2026-11-22\n");

        await SampleCounty.PrepareAsync(folder.Path, new DateOnly(2026, 12, 2), folder.File("out"), TestContext.Current.CancellationToken);

        var tables = new SampleTables(folder.File("out"));
        Assert.Equal(["2026-12-03 09:00", ""], tables["结算账户"].Select(row => row["扣款时间"]));
        Assert.Equal(["2026-11-29 下午", "2026-12-05 上午", "2026-11-22"], tables["价位段限量"].Single().Values);
    }

    [Theory]
    [InlineData("""{"anchorDate":"2026-11-24"}""", "2026-11-24")]
    [InlineData("""{"anchorDate":"2026-11-23"}""", "下周一")]
    public async Task Wrong_anchor_or_date_is_refused(string settings, string date)
    {
        using var folder = new TemporaryFolder();
        Write(folder, "sample.json", settings);
        Write(folder, "到货.csv", $"到货日期\n{date}\n");

        await Assert.ThrowsAsync<InvalidDataException>(() => SampleCounty.PrepareAsync(
            folder.Path, new DateOnly(2026, 11, 24), folder.File("out"), TestContext.Current.CancellationToken));
    }

    private static void Write(TemporaryFolder folder, string name, string text) => File.WriteAllText(folder.File(name), text);

    private static async Task<(SampleTables Tables, DateOnly Today, TemporaryFolder Folder)> PrepareAsync(string day)
    {
        var folder = new TemporaryFolder();
        var target = await SampleCounty.PrepareAsync(SourceFolder, Date(day), folder.File("sample"), TestContext.Current.CancellationToken);
        return (new SampleTables(target), Date(day), folder);
    }
}
