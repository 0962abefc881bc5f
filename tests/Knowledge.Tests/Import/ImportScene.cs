using System.Text;
using ServiceBot.Fixtures;
using ServiceBot.Knowledge.Import;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>A folder of tables under test and what reading them says.</summary>
internal sealed class ImportScene : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public string Path => _folder.Path;

    public string File(string name) => _folder.File(name);

    /// <summary>Writes a CSV file from lines.</summary>
    public string Write(string name, params string[] lines)
    {
        System.IO.File.WriteAllLines(File(name), lines, new UTF8Encoding(false));
        return File(name);
    }

    /// <summary>Writes a sound table of its kind under its own name.</summary>
    public string WriteSample(TradeTable table, string? name = null)
    {
        var sample = TableSamples.Of(table);
        return TableWriter.Write(Path, name ?? table.ChineseName(), sample.Headers, sample.Rows, TableFormat.Utf8);
    }

    /// <summary>Writes the sample's header with other rows: each is the first sound row with some cells changed.</summary>
    public string WriteChanged(TradeTable table, params (string Header, string Value)[][] rows)
    {
        var sample = TableSamples.Of(table);
        var changed = rows.Select(changes => sample.Headers
            .Select((header, index) => ValueOf(changes, header) ?? sample.Rows[0][index]).ToArray());
        return TableWriter.Write(Path, table.ChineseName(), sample.Headers, [.. changed], TableFormat.Utf8);
    }

    public Task<TradeTableRead> ReadAsync(string? path = null, TradeReferences? references = null) =>
        new TradeTableReader().ReadAsync(
            path ?? Path, references ?? TableSamples.References, null, TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();

    private static string? ValueOf((string Header, string Value)[] changes, string header)
    {
        var found = Array.FindIndex(changes, change => change.Header == header);
        return found < 0 ? null : changes[found].Value;
    }
}
