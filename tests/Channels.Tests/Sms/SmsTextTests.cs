using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Sms;

namespace ServiceBot.Channels.Tests.Sms;

public sealed class SmsTextTests
{
    [Fact]
    public void Render_every_part_is_lines_of_one_message()
    {
        var reply = new Reply(
        [
            new ReplyPart.Text("您好\n"),
            new ReplyPart.Choices("问哪一个？", [new Choice("a", "中华(软)"), new Choice("b", "中华(硬)")]),
            new ReplyPart.Cards([new Card("新品一号", "批发价 200 元/条", "/p.jpg", null), new Card("新品二号", "", null, null)]),
            new ReplyPart.Call("客户经理李伟", "13900000001"),
        ]);

        var message = Assert.Single(SmsText.Render(reply));

        Assert.Equal(
            "您好\n问哪一个？\n1. 中华(软)\n2. 中华(硬)\n新品一号\n批发价 200 元/条\n新品二号\n客户经理李伟 13900000001", message);
    }

    [Fact]
    public void Render_nothing_is_no_message()
    {
        Assert.Empty(SmsText.Render(new Reply([])));
        Assert.Empty(SmsText.Render(Reply.OfText("")));
    }

    [Fact]
    public void Render_text_over_the_providers_limit_is_cut_at_a_line_end()
    {
        var line = new string('中', 900);

        Assert.Equal([line, line], SmsText.Render(Reply.OfText($"{line}\n{line}")));
    }

    [Fact]
    public void Render_one_long_line_is_cut_but_no_pair_of_it()
    {
        var text = new string('中', SmsText.Longest - 1) + "😀好";

        Assert.Equal([new string('中', SmsText.Longest - 1), "😀好"], SmsText.Render(Reply.OfText(text)));
    }
}
