using System.Text;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatReplyRendererTests
{
    private static readonly ReplyPart.Choices Question =
        new("您问的是哪一个？", [new Choice("7:1", "中华(软)"), new Choice("7:2", "中华(硬)")]);

    [Fact]
    public void Render_texts_and_choices_in_a_row_are_one_message()
    {
        var messages = Render(new ReplyPart.Text("您好"), new ReplyPart.Text("有两种"), Question);

        Assert.Equal("您好\n有两种\n您问的是哪一个？\n1. 中华(软)\n2. 中华(硬)", Assert.IsType<WeChatMessage.Text>(Assert.Single(messages)).Content);
    }

    [Fact]
    public void Render_calls_are_lines_of_the_text_around_them()
    {
        var messages = Render(
            new ReplyPart.Text("为您服务的是："), new ReplyPart.Call("客户经理 李伟", "13800000001"), new ReplyPart.Call("热线", "12313"));

        Assert.Equal("为您服务的是：\n客户经理 李伟 13800000001\n热线 12313", Assert.IsType<WeChatMessage.Text>(Assert.Single(messages)).Content);
    }

    [Fact]
    public void Render_choices_alone_are_a_menu() =>
        Assert.Same(Question, Assert.IsType<WeChatMessage.Menu>(Assert.Single(Render(Question))).Choices);

    [Fact]
    public void Render_single_card_with_a_picture_is_news_with_whole_addresses()
    {
        var messages = Render(new ReplyPart.Text("新品"), Cards(1), new ReplyPart.Text("以上"));

        Assert.Equal(3, messages.Count);
        Assert.Equal(
            new WeChatArticle("品1", "说明1", "https://bot.example.cn/p/1.jpg", "https://elsewhere.cn/1"),
            Assert.Single(Assert.IsType<WeChatMessage.News>(messages[1]).Articles));
    }

    [Fact]
    public void Render_several_cards_are_a_list_in_the_text() =>
        Assert.Equal("新品\n品1\n说明1\n品2\n说明2", Assert.Single(Render(new ReplyPart.Text("新品"), Cards(2))).ToText());

    [Fact]
    public void Render_card_whose_picture_has_no_address_is_text()
    {
        var renderer = new WeChatReplyRenderer(Options.Create(new WeChatOptions()));

        Assert.IsType<WeChatMessage.Text>(Assert.Single(renderer.Render(new Reply([Cards(1)]))));
    }

    [Fact]
    public void Render_long_text_is_split_and_nothing_is_lost()
    {
        var lines = Enumerable.Range(1, 200).Select(number => $"{number}. 中华(软) 还可订 3 条").ToList();

        var messages = Render(new ReplyPart.Text(string.Join('\n', lines)));

        Assert.All(messages, message => Assert.InRange(Encoding.UTF8.GetByteCount(message.ToText()), 1, WeChatReplyRenderer.LongestText));
        Assert.Equal(lines, messages.SelectMany(message => message.ToText().Split('\n')));
    }

    [Fact]
    public void Render_nothing_to_say_is_no_message() =>
        Assert.Empty(Render(new ReplyPart.Text(""), new ReplyPart.Text("\n"), new ReplyPart.Cards([])));

    [Fact]
    public void Render_control_characters_are_left_out() =>
        Assert.Equal("ab😀", Assert.Single(Render(new ReplyPart.Text("a\u0000b\u001F😀\uD83D"))).ToText());

    [Theory]
    [InlineData(ContactKind.Tap, 8)]
    [InlineData(ContactKind.Follow, 2)]
    [InlineData(ContactKind.Scan, 3)]
    public void RenderPassive_leading_cards_in_answer_to_an_event_are_news_of_all(ContactKind answered, int count)
    {
        var passive = RenderPassive(answered, Cards(count), new ReplyPart.Text("以上"))!;

        Assert.Equal(count, Assert.IsType<WeChatMessage.News>(passive.Message).Articles.Count);
        Assert.Equal((1, false), (passive.Covers, passive.Complete));
    }

    [Fact]
    public void RenderPassive_cards_in_answer_to_a_message_are_text_with_all_that_fits()
    {
        var passive = RenderPassive(ContactKind.Message, Cards(2), new ReplyPart.Text("以上"))!;

        Assert.Equal("品1\n说明1\n品2\n说明2\n以上", Assert.IsType<WeChatMessage.Text>(passive.Message).Content);
        Assert.Equal((2, true), (passive.Covers, passive.Complete));
    }

    [Fact]
    public void RenderPassive_more_cards_than_news_holds_are_text() =>
        Assert.IsType<WeChatMessage.Text>(RenderPassive(ContactKind.Tap, Cards(9))!.Message);

    [Fact]
    public void RenderPassive_single_card_is_news_also_in_answer_to_a_message()
    {
        var passive = RenderPassive(ContactKind.Message, Cards(1), new ReplyPart.Text("以上"))!;

        Assert.IsType<WeChatMessage.News>(passive.Message);
        Assert.Equal((1, false), (passive.Covers, passive.Complete));
    }

    [Fact]
    public void RenderPassive_choices_alone_are_numbered_text() =>
        Assert.Equal("您问的是哪一个？\n1. 中华(软)\n2. 中华(硬)", RenderPassive(ContactKind.Message, Question)!.Message.ToText());

    [Fact]
    public void RenderPassive_with_choice_links_numbers_can_be_tapped()
    {
        var renderer = new WeChatReplyRenderer(Options.Create(new WeChatOptions { ChoiceLinks = true }));
        var choices = new ReplyPart.Choices("哪个？", [new Choice("7:1", "A&B \"甲\"")]);

        var text = renderer.RenderPassive(new Reply([choices]), ContactKind.Message)!.Message.ToText();

        Assert.Equal(
            "哪个？\n<a href=\"weixin://bizmsgmenu?msgmenucontent=A%26B%20%22甲%22&msgmenuid=7:1\">1. A&B \"甲\"</a>", text);
    }

    [Fact]
    public void RenderPassive_and_the_rest_by_api_hold_every_message_once()
    {
        ReplyPart[] parts = [new ReplyPart.Text(new string('长', 1500)), Question, Cards(1), Cards(3)];
        var all = Render(parts);

        var passive = RenderPassive(ContactKind.Message, parts)!;

        Assert.Equal(all[0], passive.Message);
        Assert.Equal((1, false), (passive.Covers, passive.Complete));
        Assert.Equal(5, all.Count);
    }

    private static ReplyPart.Cards Cards(int count) => new(Enumerable.Range(1, count)
        .Select(number => new Card($"品{number}", $"说明{number}", $"/p/{number}.jpg", $"https://elsewhere.cn/{number}"))
        .ToList());

    private static WeChatReplyRenderer Renderer() =>
        new(Options.Create(new WeChatOptions { PublicBaseUrl = new Uri("https://bot.example.cn") }));

    private static IReadOnlyList<WeChatMessage> Render(params ReplyPart[] parts) => Renderer().Render(new Reply(parts));

    private static WeChatPassiveMessage? RenderPassive(ContactKind answered, params ReplyPart[] parts) =>
        Renderer().RenderPassive(new Reply(parts), answered);
}
