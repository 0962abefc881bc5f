namespace ServiceBot.Knowledge.Search;

/// <summary>
/// Finds articles by their wordings: pairs of neighbouring characters weighted by how rare they are, compared by the
/// cosine. Immutable and safe for threads.
/// </summary>
internal sealed class ArticleIndex
{
    private const int MaxHits = 5;
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
    private readonly List<Wording> _wordings = [];
    private readonly Dictionary<string, List<Posting>> _postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, double> _rarity = new(StringComparer.Ordinal);
    private readonly double _rarityOfUnseen;

    /// <summary>Builds the index over every wording of every article.</summary>
    public ArticleIndex(IReadOnlyList<Article> articles)
    {
        foreach (var article in articles)
        {
            foreach (var question in article.Questions.Split('|', Trimmed))
            {
                _wordings.Add(new Wording(article, question, Pairs(question)));
            }
        }

        var wordingsByPair = _wordings.SelectMany(wording => wording.Pairs.Keys).CountBy(pair => pair);
        foreach (var (pair, count) in wordingsByPair)
        {
            _rarity[pair] = Rarity(count);
        }

        _rarityOfUnseen = Rarity(1);
        AddPostings();
    }

    /// <summary>
    /// The articles that fit best, at most five, best first, each with its best wording. Scores are above 0 and at most
    /// 1; the very wording (width, case, spaces and punctuation aside) scores 1.
    /// </summary>
    public IReadOnlyList<ArticleHit> Find(string text)
    {
        var pairs = Pairs(text);
        var norm = Norm(pairs);
        var scores = new double[_wordings.Count];
        foreach (var (pair, count) in pairs)
        {
            foreach (var posting in _postings.GetValueOrDefault(pair, []))
            {
                scores[posting.Wording] += posting.Weight * count * _rarity[pair] / norm;
            }
        }

        return [.. Enumerable.Range(0, scores.Length)
            .Where(wording => scores[wording] > 0)
            .GroupBy(wording => _wordings[wording].Article)
            .Select(group => group.MaxBy(wording => scores[wording]))
            .OrderByDescending(wording => scores[wording])
            .Take(MaxHits)
            .Select(wording => Hit(wording, scores[wording]))];
    }

    private ArticleHit Hit(int wording, double score) =>
        new(_wordings[wording].Article, _wordings[wording].Question, Math.Round(Math.Min(1, score), 6));

    private void AddPostings()
    {
        for (var wording = 0; wording < _wordings.Count; wording++)
        {
            var norm = Norm(_wordings[wording].Pairs);
            foreach (var (pair, count) in _wordings[wording].Pairs)
            {
                if (!_postings.TryGetValue(pair, out var postings))
                {
                    _postings.Add(pair, postings = []);
                }

                postings.Add(new Posting(wording, count * _rarity[pair] / norm));
            }
        }
    }

    private double Norm(Dictionary<string, int> pairs) =>
        Math.Sqrt(pairs.Sum(pair => Math.Pow(pair.Value * _rarity.GetValueOrDefault(pair.Key, _rarityOfUnseen), 2)));

    private double Rarity(int wordings) => Math.Log(1 + (_wordings.Count / (double)wordings));

    // The edges count too, so that one character alone makes a pair, and beginnings weigh a little more.
    private static Dictionary<string, int> Pairs(string text)
    {
        var letters = $"^{string.Concat(TextFolding.Fold(text).Text.Where(char.IsLetterOrDigit))}$";
        return letters.Length == 2
            ? []
            : Enumerable.Range(0, letters.Length - 1).Select(start => letters.Substring(start, 2))
                .CountBy(pair => pair, StringComparer.Ordinal)
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }

    private sealed record Wording(Article Article, string Question, Dictionary<string, int> Pairs);

    private readonly record struct Posting(int Wording, double Weight);
}
