namespace ServiceBot.Knowledge.Search;

/// <summary>Finds articles by their exact wordings.</summary>
internal sealed class ArticleIndex(IReadOnlyList<Article> articles)
{
    public IReadOnlyList<ArticleHit> Find(string text) =>
    [
        .. articles.Where(article => article.Questions.Split('|').Contains(text))
            .Select(article => new ArticleHit(article, text, 1)),
    ];
}
