using System.Text;
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
    private static readonly char[] Braces = ['{', '}'];

    /// <summary>Reads a wording as it stands in a file.</summary>
    /// <exception cref="FormatException">A brace has no partner.</exception>
    public static MarkedText Parse(string marked)
    {
        // Outside and inside of braces by turns, each normalised by itself: the folding takes braces for brackets.
        var parts = marked.Split(Braces);
        if (parts.Length % 2 == 0)
        {
            throw new FormatException($"\"{marked}\" has a brace without a partner.");
        }

        var text = new StringBuilder();
        var products = new List<ProductMention>();
        for (var index = 0; index < parts.Length; index++)
        {
            var words = Normaliser.Normalise(parts[index]);
            if (index % 2 == 1)
            {
                products.Add(new ProductMention(words, text.Length, [], BrandOnly: false));
            }

            text.Append(words);
        }

        return new MarkedText(text.ToString(), products);
    }
}
