namespace ServiceBot.Knowledge.Import;

/// <summary>Reads CSV and XLSX files of trade tables into typed rows and names every fault.</summary>
internal sealed class TradeTableReader
{
    /// <summary>Reads a file or every .csv and .xlsx in a folder.</summary>
    public Task<TradeTableRead> ReadAsync(
        string path,
        TradeReferences references,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellationToken) => throw new NotImplementedException();
}
