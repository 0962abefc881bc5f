namespace ServiceBot.Bot.Understanding;

/// <summary>Goods and services that are not ours: what people ask about when they are in the wrong place.</summary>
/// <param name="Goods">Such as 茅台.</param>
/// <param name="Services">Such as 花呗.</param>
internal sealed record ForeignWords(IReadOnlyList<string> Goods, IReadOnlyList<string> Services)
{
    /// <summary>Both.</summary>
    public IEnumerable<string> All => Goods.Concat(Services);

    /// <summary>Reads words separated by white space; lines that begin with # are comments.</summary>
    public static ForeignWords Parse(IEnumerable<string> goods, IEnumerable<string> services) =>
        new([.. Words(goods)], [.. Words(services)]);

    private static IEnumerable<string> Words(IEnumerable<string> lines) =>
        lines.Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(Normaliser.Normalise)
            .Distinct();
}
