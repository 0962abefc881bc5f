using System.Text;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;
using ServiceBot.Knowledge.Tests.Support;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>From files to answers.</summary>
public abstract class TradeImporterTests(Backend backend) : StoreSuite(backend)
{
    [Fact]
    public async Task SampleCounty_imported_answersAndImportsAgainWithoutADifference()
    {
        var node = await StartNodeAsync();
        var folder = await SampleCounty.PrepareAsync(
            Path.Combine(TestEnvironment.Root, "config", "sample"),
            Sample.Date(24),
            Backend.Folder.File("county"),
            Stop);
        var progress = new List<ImportProgress>();

        var result = await ImportAsync(node, folder, new Collector(progress));
        var again = await ImportAsync(node, folder);

        Assert.Empty(result.Faults);
        Assert.Equal(Enum.GetValues<TradeTable>().Length, result.Changes.Count);
        Assert.All(result.Changes, change => Assert.True(change.Added > 0, $"{change.Table} has rows"));
        Assert.All(again.Changes, change => Assert.Equal((0, 0, 0), (change.Added, change.Changed, change.Removed)));
        Assert.Contains(progress, step => step.Stage.StartsWith("写入", StringComparison.Ordinal));
        Assert.True((await node.Knowledge.ProductsAsync(Stop)).Count >= 150);
        Assert.Equal(["county", "county"], (await node.Importer.VersionsAsync(Stop)).Select(version => version.Source));
    }

    [Fact]
    public async Task File_thatRefersToWhatIsLoaded_isJoinedToIt()
    {
        var node = await StartNodeAsync();
        await node.ImportAsync(Sample.Tables());

        var good = await ImportAsync(node, Write("到货.csv", $"到货日期,品规代码,说明\n2026-11-25,{Sample.Soft},下午"));
        var bad = await ImportAsync(node, Write("到货.csv", "到货日期,品规代码,说明\n2026-11-26,77777777,下午"));

        Assert.Equal(2, good.Version);
        var fault = Assert.Single(bad.Faults);
        Assert.Equal(("到货.csv", 2, "77777777"), (fault.File, fault.Row, fault.Value));
        Assert.Null(bad.Version);
        var arrivals = await node.Knowledge.ArrivalsAsync(null, Sample.Date(24), Stop);
        Assert.Equal(Sample.Date(25), Assert.Single(arrivals.Arrivals).Arrival.Date);
    }

    private static Task<ImportResult> ImportAsync(
        KnowledgeNode node, string path, IProgress<ImportProgress>? progress = null) =>
        node.Importer.ImportAsync(path, dryRun: false, "tester", progress, Stop);

    private string Write(string name, string content)
    {
        var path = Backend.Folder.File(name);
        File.WriteAllText(path, content, Encoding.UTF8);
        return path;
    }

    private sealed class Collector(List<ImportProgress> steps) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => steps.Add(value);
    }
}

/// <inheritdoc/>
public sealed class TradeImporterOnSqlite() : TradeImporterTests(new SqliteBackend());

/// <inheritdoc/>
public sealed class TradeImporterOnPostgres(PostgresServer postgres, RedisServer redis)
    : TradeImporterTests(new PostgresBackend(postgres, redis));
