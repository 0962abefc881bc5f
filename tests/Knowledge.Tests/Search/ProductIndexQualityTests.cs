using ServiceBot.Knowledge.Search;

namespace ServiceBot.Knowledge.Tests.Search;

/// <summary>
/// Recall and precision over every real name, with errors made by a fixed seed. The floors lie a little below what was
/// measured, which the output shows.
/// </summary>
public sealed class ProductIndexQualityTests(ITestOutputHelper output)
{
    private static readonly ProductIndex Index = new(Catalogue.Products);

    private static readonly ILookup<char, char> CommonBySound = Catalogue.Products
        .SelectMany(product => product.Name).Where(TextFolding.IsHan).Distinct()
        .ToLookup(character => Pinyin.Sound(character));

    private static readonly char[] CommonCharacters = [.. CommonBySound.SelectMany(group => group).Order()];

    [Fact]
    public void Official_names_are_found_in_every_bracket_style()
    {
        Check("official", name => name, first: 0.99, among: 0.995, right: 0.99);
        Check("full-width", name => name.Replace('(', '（').Replace(')', '）'), first: 0.99, among: 0.995, right: 0.99);
        Check("lenticular", name => name.Replace('(', '【').Replace(')', '】'), first: 0.99, among: 0.995, right: 0.99);
        Check("no brackets", name => name.Replace("(", "").Replace(")", ""), first: 0.99, among: 0.995, right: 0.99);
    }

    [Fact]
    public void Form_before_brand_is_found() =>
        Check("form before brand", Turned, first: 0.99, among: 0.995, right: 0.99);

    [Fact]
    public void Homophone_errors_are_found() =>
        Check("homophone", name => WithHomophone(name, new Random(name.Length + name[0])), first: 0.96, among: 0.965, right: 0.97);

    [Fact]
    public void One_wrong_character_is_found() =>
        Check("wrong", name => WithWrong(name, new Random(name.Length + name[0])), first: 0.885, among: 0.93, right: 0.96);

    [Fact]
    public void One_missing_character_is_found() =>
        Check("missing", name => WithMissing(name, new Random(name.Length + name[0])), first: 0.7, among: 0.77, right: 0.78);

    [Fact]
    public void Nicknames_of_the_trade_are_found()
    {
        var known = Catalogue.Products.Select(product => product.Name).ToHashSet();
        var tally = new Tally();
        foreach (var (nickname, name) in Catalogue.Nicknames.Where(pair => known.Contains(pair.Name)))
        {
            tally.Count(Index.Find($"{nickname}这周还能订几条"), name);
        }

        tally.Require(output, "nicknames", first: 0.94, among: 0.96, right: 0.98);
    }

    private void Check(string kind, Func<string, string?> write, double first, double among, double right)
    {
        var tally = new Tally();
        foreach (var product in Catalogue.Products)
        {
            if (write(product.Name) is { } written)
            {
                tally.Count(Index.Find($"{written}这周还能订几条"), product.Name);
            }
        }

        tally.Require(output, kind, first, among, right);
    }

    private static string? Turned(string name)
    {
        var open = name.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && name[^1] == ')' ? name[(open + 1)..^1] + name[..open] : null;
    }

    private static string? WithHomophone(string name, Random random) => Replaced(name, random, character =>
        [.. CommonBySound[Pinyin.Sound(character)].Where(other => other != character)]);

    private static string? WithWrong(string name, Random random) => Replaced(name, random, character =>
        [.. CommonCharacters.Where(other => Pinyin.Sound(other) != Pinyin.Sound(character))]);

    private static string? WithMissing(string name, Random random)
    {
        var places = HanPlaces(name);
        return places.Count < 4 ? null : name.Remove(places[random.Next(places.Count)], 1);
    }

    private static string? Replaced(string name, Random random, Func<char, char[]> others)
    {
        var places = HanPlaces(name).Where(place => others(name[place]).Length > 0).ToList();
        if (places.Count == 0 || name.Count(char.IsLetterOrDigit) < 3)
        {
            return null;
        }

        var at = places[random.Next(places.Count)];
        var choice = others(name[at]);
        return string.Concat(name.AsSpan(0, at), [choice[random.Next(choice.Length)]], name.AsSpan(at + 1));
    }

    private static List<int> HanPlaces(string name) =>
        [.. Enumerable.Range(0, name.Length).Where(place => TextFolding.IsHan(name[place]))];

    private sealed class Tally
    {
        private int _total;
        private int _first;
        private int _among;
        private int _brand;
        private int _mentions;
        private int _right;

        public void Count(IReadOnlyList<ProductMention> mentions, string name)
        {
            _total++;
            _mentions += mentions.Count;
            _right += mentions.Count(mention => Names(mention, name));
            _brand += mentions.Any(mention => mention.BrandOnly && Names(mention, name)) ? 1 : 0;
            _among += mentions.Any(mention => !mention.BrandOnly && Names(mention, name)) ? 1 : 0;
            _first += mentions.Any(mention => !mention.BrandOnly && mention.Candidates[0].Product.Name == name) ? 1 : 0;
        }

        public void Require(ITestOutputHelper output, string kind, double first, double among, double right)
        {
            output.WriteLine(
                $"{kind}: {_total} names, first {Share(_first):P1}, among the candidates {Share(_among):P1}, "
                + $"the brand only {Share(_brand):P1}, right mentions {(double)_right / _mentions:P1}");
            Assert.InRange(Share(_first), first, 1);
            Assert.InRange(Share(_among), among, 1);
            Assert.InRange((double)_right / _mentions, right, 1);
        }

        private double Share(int count) => (double)count / _total;

        private static bool Names(ProductMention mention, string name) =>
            mention.Candidates.Any(candidate => candidate.Product.Name == name);
    }
}
