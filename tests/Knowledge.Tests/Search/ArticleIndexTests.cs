using ServiceBot.Knowledge.Search;

namespace ServiceBot.Knowledge.Tests.Search;

public sealed class ArticleIndexTests
{
    private static readonly Article Password = new("忘记密码怎么办|订货密码忘了|怎么重置密码", "先点忘记密码。");
    private static readonly Article Tier = new("档位怎么评|怎么提升档位", "按销量评。");
    private static readonly Article Licence = new("许可证快到期了怎么办|怎么延续许可证", "提前三十天办。");
    private readonly ArticleIndex _index = new([Password, Tier, Licence]);

    [Theory]
    [InlineData("订货密码忘了")]
    [InlineData("订货 密码忘了？")]
    [InlineData("訂貨密碼忘了")]
    public void Exact_wording_scores_one(string text)
    {
        var hits = _index.Find(text);

        Assert.Equal((Password, "订货密码忘了", 1.0), (hits[0].Article, hits[0].Question, hits[0].Score));
    }

    [Fact]
    public void Other_words_find_the_nearest_wording_first()
    {
        var hits = _index.Find("我的许可证要到期了");

        Assert.Equal(Licence, hits[0].Article);
        Assert.InRange(hits[0].Score, 0.3, 0.99);
    }

    [Fact]
    public void Article_appears_once_with_its_best_wording() =>
        Assert.Single(_index.Find("怎么重置订货密码"), hit => hit.Article == Password);

    [Theory]
    [InlineData("")]
    [InlineData("？！")]
    [InlineData("abc")]
    public void Text_without_a_common_pair_finds_nothing(string text) =>
        Assert.Empty(_index.Find(text));

    [Fact]
    public void Chatter_scores_low() =>
        Assert.All(_index.Find("明天会不会下雨怎么出门"), hit => Assert.InRange(hit.Score, 0, 0.3));

    [Fact]
    public void At_most_five_are_given()
    {
        var index = new ArticleIndex([.. Enumerable.Range(1, 9).Select(number => new Article($"订货问题{number}", "答"))]);

        Assert.Equal(5, index.Find("订货问题").Count);
    }
}
