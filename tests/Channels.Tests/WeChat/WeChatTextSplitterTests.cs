using System.Text;
using FsCheck;
using FsCheck.Fluent;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatTextSplitterTests
{
    [Fact]
    public void Split_text_that_fits_is_one_piece() =>
        Assert.Equal(["软中华"], WeChatTextSplitter.Split("软中华", 9));

    [Fact]
    public void Split_prefers_a_line_end() =>
        Assert.Equal(["aaaa。aa", "bbbbb"], WeChatTextSplitter.Split("aaaa。aa\nbbbbb", 12));

    [Fact]
    public void Split_without_lines_prefers_a_sentence_end() =>
        Assert.Equal(["一二三。", "四五六"], WeChatTextSplitter.Split("一二三。四五六", 15));

    [Fact]
    public void Split_does_not_cut_an_emoji() =>
        Assert.Equal(["a", "😀", "b"], WeChatTextSplitter.Split("a😀b", 4));

    [Theory]
    [InlineData(50)]
    [InlineData(60)]
    [InlineData(70)]
    [InlineData(75)]
    public void Split_does_not_cut_a_link(int limit)
    {
        const string Link = "<a href=\"https://a.cn/b\">还可订的品规</a>";

        var pieces = WeChatTextSplitter.Split($"{new string('x', 40)}{Link}{new string('y', 40)}", limit).ToList();

        Assert.All(pieces, piece => Assert.Equal(
            piece.Contains("<a ", StringComparison.Ordinal), piece.Contains("</a>", StringComparison.Ordinal)));
        Assert.Contains(pieces, piece => piece.Contains(Link, StringComparison.Ordinal));
    }

    [Fact]
    public void Split_any_text_keeps_every_character_within_the_limit() =>
        Prop.ForAll(UnicodeText.Arbitrary(), text =>
        {
            var pieces = WeChatTextSplitter.Split(text.Value, 40).ToList();
            Assert.All(pieces, piece => Assert.InRange(Encoding.UTF8.GetByteCount(piece), 1, 40));
            Assert.Equal(
                text.Value.Replace("\n", "", StringComparison.Ordinal),
                string.Concat(pieces).Replace("\n", "", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();
}
