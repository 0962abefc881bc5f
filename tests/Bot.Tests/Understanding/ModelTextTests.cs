using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class ModelTextTests
{
    private static readonly Synonyms Synonyms = Synonyms.Parse(
        ["# comment", "多少条 = 几条, 几多条", "什么时候 = 么时候, 啥时候", " = 请问"], ForeignWords.Parse(["茅台 飞天茅台"], ["花呗"]));

    [Theory]
    [InlineData("{软中华}这周还能订几条?", "PD还能订多少条")]
    [InlineData("订3条{软中}", "订QP")]
    [InlineData("许可证330106100123", "许可证L")]
    [InlineData("请问,{荷花},到了没有", "P到了没有")]
    [InlineData("飞天茅台多少钱", "X多少钱")]
    [InlineData("花呗额度", "X额度")]
    [InlineData("什么时候来", "什么时候来")]
    [InlineData("请问", "请问")]
    [InlineData("?", "?")]
    [InlineData("", "")]
    public void Text_reads_with_placeholders_and_folded_words(string marked, string expected) =>
        Assert.Equal(expected, TrainingTexts.WithProducts(MarkedText.Parse(marked), Synonyms));

    [Fact]
    public void Synonym_line_without_equals_is_refused_with_the_line()
    {
        var fault = Assert.Throws<FormatException>(() => Synonyms.Parse(["几条 多少条"], ForeignWords.Parse([], [])));

        Assert.Contains("几条 多少条", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Wording_with_an_open_brace_is_refused() => Assert.Throws<FormatException>(() => MarkedText.Parse("{软中华限量"));
}
