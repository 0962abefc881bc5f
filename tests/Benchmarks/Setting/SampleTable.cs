using System.Globalization;
using CsvHelper;
using ServiceBot.Fixtures;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>Columns of the sample county's tables, as they stand in <c>config/sample</c>.</summary>
internal static class SampleTable
{
    /// <summary>The licences of the retailers who are open.</summary>
    public static IReadOnlyList<string> OpenLicenses() =>
        [.. Read("零售户").Where(row => row["状态"] == "正常").Select(row => row["许可证号"])];

    /// <summary>The official names of the products.</summary>
    public static IReadOnlyList<string> ProductNames() => [.. Read("卷烟品规").Select(row => row["品规名称"])];

    private static List<Dictionary<string, string>> Read(string table)
    {
        using var file = File.OpenText(Path.Combine(TestEnvironment.Root, "config", "sample", $"{table}.csv"));
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        var rows = new List<Dictionary<string, string>>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add(csv.HeaderRecord!.ToDictionary(header => header, header => csv.GetField(header)!));
        }

        return rows;
    }
}
