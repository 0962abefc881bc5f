using System.Globalization;
using CsvHelper;

namespace ServiceBot.Knowledge.Tests.Search;

/// <summary>The names of 2972 real products and 183 nicknames, as an index gets them.</summary>
internal static class Catalogue
{
    private static readonly Lazy<IReadOnlyList<Product>> LazyProducts = new(ReadProducts);
    private static readonly Lazy<IReadOnlyList<(string Nickname, string Name)>> LazyNicknames =
        new(() => ReadPairs("product_nicknames.csv"));

    public static IReadOnlyList<Product> Products => LazyProducts.Value;

    public static IReadOnlyList<(string Nickname, string Name)> Nicknames => LazyNicknames.Value;

    public static Product Product(string code, string name, string brand, string nicknames = "") =>
        new(code, name, brand, "", "", "", null, null, null, null, nicknames);

    private static List<Product> ReadProducts()
    {
        var nicknames = Nicknames.ToLookup(pair => pair.Name, pair => pair.Nickname);
        return [.. ReadPairs("product_names.csv").Select((row, index) =>
            Product($"{index:D5}", row.Item1, row.Item2, string.Join('、', nicknames[row.Item1])))];
    }

    private static List<(string, string)> ReadPairs(string resource)
    {
        using var stream = typeof(Catalogue).Assembly.GetManifestResourceStream(resource)!;
        using var csv = new CsvReader(new StreamReader(stream), CultureInfo.InvariantCulture);
        csv.Read();
        var rows = new List<(string, string)>();
        while (csv.Read())
        {
            rows.Add((csv.GetField(0)!, csv.GetField(1)!));
        }

        return rows;
    }
}
