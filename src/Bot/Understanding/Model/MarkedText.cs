using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Understanding;

/// <summary>
/// A labelled wording with its products in braces: <c>{软中华}限量多少</c>. The braces tell what the catalogue would find, so
/// that training needs no catalogue.
/// </summary>
/// <param name="Text">The wording without braces, normalised.</param>
/// <param name="Products">The words in braces, in order of appearance.</param>
internal sealed record MarkedText(string Text, IReadOnlyList<ProductMention> Products)
{
    /// <summary>Reads a wording as it stands in a file.</summary>
    public static MarkedText Parse(string marked)
    {
        var rest = Normaliser.Normalise(marked);
        var text = "";
        var products = new List<ProductMention>();
        for (var open = rest.IndexOf('{'); open >= 0; open = rest.IndexOf('{'))
        {
            var close = rest.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            text += rest[..open];
            products.Add(new ProductMention(rest[(open + 1)..close], text.Length, [], BrandOnly: false));
            text += rest[(open + 1)..close];
            rest = rest[(close + 1)..];
        }

        return new MarkedText(text + rest, products);
    }
}
