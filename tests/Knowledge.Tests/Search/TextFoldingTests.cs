using ServiceBot.Knowledge.Search;

namespace ServiceBot.Knowledge.Tests.Search;

public sealed class TextFoldingTests
{
    [Theory]
    [InlineData("中华（软）", "中华(软)")]
    [InlineData("中华【软】", "中华(软)")]
    [InlineData("ＨＨＬ　１９１６", "hhl 1916")]
    [InlineData("軟中華還能訂幾條", "软中华还能订几条")]
    [InlineData("利群 • 夜西湖", "利群 · 夜西湖")]
    [InlineData("软 中 华", "软中华")]
    [InlineData("查 VIP  卡", "查 vip 卡")]
    [InlineData("  前后  ", "前后")]
    [InlineData("一行\r\n二行", "一行\n\n二行")]
    [InlineData("裏面", "里面")]
    [InlineData("a\u200Bb", "ab")]
    [InlineData("", "")]
    public void Text_folds_to_one_form(string text, string expected) =>
        Assert.Equal(expected, TextFolding.Fold(text).Text);

    [Fact]
    public void Folding_again_changes_nothing()
    {
        var once = TextFolding.Fold("軟　中華【硬】ＡＢ c\n 訂 貨 ").Text;

        Assert.Equal(once, TextFolding.Fold(once).Text);
    }

    [Fact]
    public void Stretch_leads_back_to_the_original()
    {
        var folded = TextFolding.Fold(" 我要 中 華（軟） 三条");
        var at = folded.Text.IndexOf("中华(软)", StringComparison.Ordinal);

        var (start, length) = folded.ToOriginal(at, 5);

        Assert.Equal("中 華（軟）", folded.Original.Substring(start, length));
    }

    [Fact]
    public void Stretch_outside_the_text_is_refused()
    {
        var folded = TextFolding.Fold("中华");

        Assert.Throws<ArgumentOutOfRangeException>(() => folded.ToOriginal(1, 2));
    }

    [Fact]
    public void Empty_stretch_stays_empty() =>
        Assert.Equal((2, 0), TextFolding.Fold("中华").ToOriginal(2, 0));
}
