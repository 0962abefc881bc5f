using System.Collections;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

public sealed class TradeTableReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<TradeTable, TableFormat> EveryTableInEveryFormat()
    {
        var data = new TheoryData<TradeTable, TableFormat>();
        foreach (var table in Enum.GetValues<TradeTable>())
        {
            foreach (var format in Enum.GetValues<TableFormat>())
            {
                data.Add(table, format);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(EveryTableInEveryFormat))]
    public async Task Table_with_columns_in_any_order_is_read_whole(TradeTable table, TableFormat format)
    {
        var sample = TableSamples.Of(table).Shuffled();
        var path = TableWriter.Write(_folder.Path, table.ChineseName(), sample.Headers, sample.Rows, format);

        var read = await ReadAsync(path, TableSamples.References);

        Assert.Empty(read.Faults);
        Assert.Empty(read.Notices);
        Assert.Equal(sample.Expected, TableSample.RowsOf(read.Tables, table));
        Assert.Equal(Path.GetFileName(path), Assert.Single(read.Files).Value);
    }

    [Fact]
    public async Task Folder_of_all_tables_refers_to_itself()
    {
        foreach (var sample in TableSamples.All)
        {
            TableWriter.Write(_folder.Path, $"9-{sample.Table.ChineseName()}_20261124", sample.Headers, sample.Rows, TableFormat.Utf8);
        }

        AssertReadsAll(await ReadAsync(_folder.Path, TradeReferences.Empty));
    }

    [Fact]
    public async Task Workbook_of_all_tables_in_the_contracts_order_refers_to_itself()
    {
        var sheets = TableSamples.All.Select(sample => (sample.Table.ChineseName(), sample.Headers, sample.Rows));
        var path = TableWriter.WriteWorkbook(_folder.File("本周.xlsx"), [.. sheets]);

        AssertReadsAll(await ReadAsync(path, TradeReferences.Empty));
    }

    [Fact]
    public async Task Progress_is_told_at_each_table_and_every_five_thousand_rows()
    {
        var rows = Enumerable.Range(0, 12_000).Select(i => $"2026-11-24,{330106100123 + (i % 2)},14301139,{i % 3}");
        await File.WriteAllLinesAsync(
            _folder.File("订货.csv"), ["订货日期,许可证号,品规代码,数量(条)", .. rows], TestContext.Current.CancellationToken);
        var told = new Told();

        await new TradeTableReader().ReadAsync(
            _folder.Path, TableSamples.References, told, TestContext.Current.CancellationToken);

        Assert.All(told.Reports, report => Assert.Equal("读取 订货.csv", report.Stage));
        Assert.Equal([0, 5_000, 10_000, 12_000], told.Reports.Select(report => report.Done));
        Assert.Equal(12_000, told.Reports[^1].Total);
    }

    [Fact]
    public async Task Cancelled_import_stops()
    {
        var sample = TableSamples.Of(TradeTable.Articles);
        var path = TableWriter.Write(_folder.Path, "问答", sample.Headers, sample.Rows, TableFormat.Utf8);
        using var source = new CancellationTokenSource();
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => new TradeTableReader().ReadAsync(path, TableSamples.References, null, source.Token));
    }

    public void Dispose() => _folder.Dispose();

    private static void AssertReadsAll(TradeTableRead read)
    {
        Assert.Empty(read.Faults);
        Assert.Empty(read.Notices);
        Assert.All(
            TableSamples.All,
            sample => Assert.Equal(sample.Expected, TableSample.RowsOf(read.Tables, sample.Table)));
        Assert.Equal(13, read.Files.Count);
    }

    private static Task<TradeTableRead> ReadAsync(string path, TradeReferences references) =>
        new TradeTableReader().ReadAsync(path, references, null, TestContext.Current.CancellationToken);

    private sealed class Told : IProgress<ImportProgress>
    {
        public List<ImportProgress> Reports { get; } = [];

        public void Report(ImportProgress value) => Reports.Add(value);
    }
}
