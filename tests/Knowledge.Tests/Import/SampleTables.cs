using System.Globalization;
using CsvHelper;

namespace ServiceBot.Knowledge.Tests.Import;

/// <summary>The sample county's tables as rows by header.</summary>
internal sealed class SampleTables(string folder)
{
    public const string Demo = "330106100123";

    public static string SourceFolder { get; } = Path.Combine(Fixtures.TestEnvironment.Root, "config", "sample");

    public List<Dictionary<string, string>> this[string table]
    {
        get
        {
            using var csv = new CsvReader(new StreamReader(Path.Combine(folder, table + ".csv")), CultureInfo.InvariantCulture);
            csv.Read();
            csv.ReadHeader();
            var rows = new List<Dictionary<string, string>>();
            while (csv.Read())
            {
                rows.Add(csv.HeaderRecord!.ToDictionary(header => header, header => csv.GetField(header)!));
            }

            return rows;
        }
    }

    public static DateOnly Date(string cell) => DateOnly.ParseExact(cell[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static int Number(string cell) => cell.Length == 0 ? 0 : int.Parse(cell, CultureInfo.InvariantCulture);

    public static decimal Money(string cell) => decimal.Parse(cell, CultureInfo.InvariantCulture);

    /// <summary>True when a row of 货源投放 is for a retailer.</summary>
    public static bool Covers(Dictionary<string, string> limit, Dictionary<string, string> retailer) =>
        limit["状态"] != "不投"
        && (limit["市场类型"] == "全部" || limit["市场类型"] == retailer["市场类型"])
        && (limit["业态"].Length == 0 || limit["业态"].Split('、').Contains(retailer["业态"]))
        && (limit["区县"].Length == 0 || limit["区县"].Split('、').Contains(retailer["区县"]));
}
