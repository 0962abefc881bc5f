using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Tests.Understanding;

public class NormaliserTests
{
    [Theory]
    [InlineData("ＡＢＣ１２３", "abc123")]
    [InlineData("軟中華還能訂幾條？", "软中华还能订几条?")]
    [InlineData("餘額夠不夠，帳戶還剩多少", "余额够不够,账户还剩多少")]
    [InlineData("限量[微笑][强]", "限量")]
    [InlineData("中华[软]", "中华(软)")]
    [InlineData("在吗/::)", "在吗")]
    [InlineData("到货了没😀❤️", "到货了没")]
    [InlineData("软\u200B中\uFEFF华", "软中华")]
    [InlineData("到了吗？？？？", "到了吗?")]
    [InlineData("快点！！！", "快点")]
    [InlineData("我的余额，还有多少。", "我的余额,还有多少")]
    [InlineData("  软 中 华  ", "软中华")]
    [InlineData("https://example.com/a", "https://example.com/a")]
    [InlineData("😀😀", "")]
    public void Text_is_brought_to_one_form(string text, string expected) => Assert.Equal(expected, Normaliser.Normalise(text));

    [Fact]
    public void Text_normalised_again_stays_the_same()
    {
        var once = Normaliser.Normalise("【軟】中華，，還有「幾條」？？[捂脸]");

        Assert.Equal(once, Normaliser.Normalise(once));
    }
}
