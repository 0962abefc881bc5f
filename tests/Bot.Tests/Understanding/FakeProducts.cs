using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Understanding;

/// <summary>A finder of products that knows a list of names and finds them word for word.</summary>
internal static class FakeProducts
{
    /// <summary>Finds the names, longest first; a name in angle brackets (&lt;中华&gt;) is a whole brand.</summary>
    public static ProductFinder Finder(params string[] names) =>
        (text, _) => ValueTask.FromResult<IReadOnlyList<ProductMention>>(
            [.. names.SelectMany(name => Mentions(text, name)).OrderBy(mention => mention.Start)]);

    /// <summary>A mention of a product with this score.</summary>
    public static ProductMention Mention(string name, int start, double score = 1.0, bool brandOnly = false) =>
        new(name, start, [new ProductCandidate(Product(name), MatchKind.Name, score)], brandOnly);

    private static IEnumerable<ProductMention> Mentions(string text, string name)
    {
        var words = name.Trim('<', '>');
        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0;
            at = text.IndexOf(words, at + words.Length, StringComparison.Ordinal))
        {
            yield return Mention(words, at, brandOnly: name.StartsWith('<'));
        }
    }

    private static Product Product(string name) =>
        new("1", name, name, "", "一档", "常规", null, null, null, null, "");
}
