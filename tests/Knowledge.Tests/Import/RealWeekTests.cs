using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>A dozen rows of a real weekly table in the contract's headers: titles above, tiers from 30 down, blanks for 0.</summary>
public sealed class RealWeekTests
{
    private static readonly string Folder =
        Path.Combine(TestEnvironment.Root, "tests", "Knowledge.Tests", "Import", "Data", "RealWeek");

    [Fact]
    public async Task Real_week_is_read_cell_by_cell()
    {
        var read = await new TradeTableReader().ReadAsync(
            Folder, TradeReferences.Empty, null, TestContext.Current.CancellationToken);

        Assert.Empty(read.Faults);
        Assert.Equal(12, read.Tables.Products!.Count);
        var limits = read.Tables.SupplyLimits!.ToDictionary(
            limit => read.Tables.Products.Single(product => product.Code == limit.ProductCode).Name);
        Assert.Equal((25, 20, 10, 5), At(limits["中华(硬)"], 30, 24, 13, 1));
        Assert.Equal((0, 1, 1, 0), At(limits["利群(软长嘴)"], 30, 24, 20, 18));
        Assert.Equal((0, 0, 1, 1), At(limits["泰山(硬红八喜)"], 30, 16, 15, 1));
        Assert.All(limits.Values, limit => Assert.Equal(
            new OrderCycle(new(2026, 6, 21), DayHalf.Afternoon, new(2026, 6, 26), DayHalf.Morning), limit.Cycle));
    }

    [Fact]
    public async Task Product_by_condition_only_has_no_cell_and_keeps_its_condition()
    {
        var read = await new TradeTableReader().ReadAsync(
            Folder, TradeReferences.Empty, null, TestContext.Current.CancellationToken);

        var limit = read.Tables.SupplyLimits!.Single(limit => limit.ProductCode == "14301139");
        Assert.True(limit.Cells.AllZero);
        Assert.Equal((SupplyMethod.ByCondition, SupplyStatus.Offered), (limit.Method, limit.Status));
        Assert.Equal("对20260615-0619期间高价烟订购量40条(含)及以上的客户各投放1条", limit.Condition);
        Assert.Contains(read.Tables.SupplyLimits!, other => other.Status == SupplyStatus.New);
        Assert.Contains(read.Tables.SupplyLimits!, other => other.Status == SupplyStatus.Stopped);
        Assert.Equal(["卷烟品类", "区域", "投放户数"], read.Notices.Select(notice => notice.Split('“', '”')[1]));
    }

    private static (int, int, int, int) At(SupplyLimit limit, int a, int b, int c, int d) =>
        (limit.Cells[new Tier(a)], limit.Cells[new Tier(b)], limit.Cells[new Tier(c)], limit.Cells[new Tier(d)]);
}
