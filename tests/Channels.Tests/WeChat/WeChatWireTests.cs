using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatWireTests
{
    private static readonly WeChatReplyHead Head = new("o1", "gh_1", 1764000000);

    [Fact]
    public void WriteReply_text_is_of_the_documented_form() =>
        Assert.Equal(
            "<xml><ToUserName><![CDATA[o1]]></ToUserName><FromUserName><![CDATA[gh_1]]></FromUserName>"
            + "<CreateTime>1764000000</CreateTime><MsgType><![CDATA[text]]></MsgType><Content><![CDATA[a\nb]]></Content></xml>",
            WeChatXmlWriter.WriteReply(Head, new WeChatMessage.Text("a\nb")));

    [Fact]
    public void WriteReply_news_counts_its_articles()
    {
        var news = new WeChatMessage.News([new("甲", "说明", "https://a.cn/1.jpg", "https://a.cn/1"), new("乙", "", "https://a.cn/2.jpg", "")], "");

        var reply = XElement.Parse(WeChatXmlWriter.WriteReply(Head, news));

        Assert.Equal("news", reply.Element("MsgType")!.Value);
        Assert.Equal("2", reply.Element("ArticleCount")!.Value);
        Assert.Equal(["甲", "乙"], reply.Element("Articles")!.Elements("item").Select(item => item.Element("Title")!.Value));
        Assert.Equal("https://a.cn/1.jpg", reply.Descendants("PicUrl").First().Value);
    }

    [Fact]
    public void WriteReply_any_text_comes_back_from_our_own_reader() =>
        Prop.ForAll(UnicodeText.Arbitrary(), text =>
        {
            var written = WeChatXmlWriter.WriteReply(Head, new WeChatMessage.Text(text.Value + "]]>"));

            // XML itself turns carriage returns into line feeds.
            var expected = WeChatText.Clean(text.Value).ReplaceLineEndings("\n") + "]]>";
            Assert.Equal(expected.ReplaceLineEndings("\n"), WeChatPush.Read(written)["Content"]!.ReplaceLineEndings("\n"));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Read_values_keep_their_spaces() =>
        Assert.Equal("  \n ", WeChatPush.Read("<xml><Content>  \n </Content></xml>")["Content"]);

    [Fact]
    public void Read_control_character_does_not_cost_the_message() =>
        Assert.Equal("ab", WeChatPush.Read("<xml><Content><![CDATA[a\u0002b]]></Content></xml>")["Content"]);

    [Fact]
    public void Read_first_of_repeated_fields_counts() =>
        Assert.Equal("1", WeChatPush.Read("<xml><A>1</A><A>2</A></xml>")["A"]);

    [Fact]
    public void Read_declaration_comments_and_unknown_fields_do_no_harm()
    {
        var push = WeChatPush.Read("\uFEFF<?xml version=\"1.0\" encoding=\"gb2312\"?><!-- c --><xml><New a=\"1\"><Deep>x</Deep></New><A/><B>y</B></xml>");

        Assert.Equal(("x", "", "y"), (push["New/Deep"], push["A"], push["B"]));
    }

    [Fact]
    public void Read_deep_nesting_is_refused() =>
        Assert.Throws<WeChatFormatException>(() => WeChatPush.Read(
            string.Concat(Enumerable.Repeat("<a>", 100_000)) + string.Concat(Enumerable.Repeat("</a>", 100_000))));

    [Fact]
    public void Read_long_names_are_refused_before_they_are_multiplied()
    {
        var name = new string('n', 65);

        Assert.Throws<WeChatFormatException>(() => WeChatPush.Read($"<xml><{name}><b/></{name}></xml>"));
        Assert.Throws<WeChatFormatException>(() => WeChatPush.Read("{\"" + name + "\":{\"b\":1}}"));
    }

    [Fact]
    public void Json_write_is_literal_except_what_must_be_escaped() =>
        Assert.Equal(
            """{"A":"软<a href='x'>&+😀\"\\\n "}""",
            Encoding.UTF8.GetString(WeChatJson.Write(new { A = "软<a href='x'>&+😀\"\\\n\u0001" })));

    [Fact]
    public void Json_any_text_comes_back_from_our_own_reader() =>
        Prop.ForAll(UnicodeText.Arbitrary(), text =>
        {
            var expected = string.Concat(text.Value.Select(character => character < ' ' && character != '\n' ? ' ' : character));
            Assert.Equal(expected, WeChatPush.Read(Encoding.UTF8.GetString(WeChatJson.Write(new { Content = text.Value })))["Content"]);
        }).QuickCheckThrowOnFailure();
}
