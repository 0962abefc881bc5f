using System.Globalization;
using CsvHelper;
using ServiceBot.Bot.Binding;
using ServiceBot.Fixtures;

namespace ServiceBot.Benchmarks.Setting;

/// <summary>Columns of the sample county's tables, as they stand in <c>config/sample</c>.</summary>
internal static class SampleTable
{
    /// <summary>The retailers who are open: licence number and the mark of their holder.</summary>
    public static IReadOnlyList<(string License, string Holder)> OpenRetailers() =>
        [.. Read("零售户").Where(row => row["状态"] == "正常")
            .Select(row => (row["许可证号"], Holder.Of(row["经营者"], row["手机号"])))];

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
