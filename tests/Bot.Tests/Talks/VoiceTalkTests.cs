using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Answers that are heard: little at once, keys instead of taps, a recording instead of words.</summary>
[Collection(nameof(County))]
public sealed class VoiceTalkTests(County county)
{
    private const string Demo = "330106100123";
    private const string Short = "330106100045";

    private static readonly string[] SpokenOf =
    [
        "supply", "orderable", "why", "price", "settlement", "newBrands", "arrival", "orderDay", "delivery", "officers", "hotline",
        "complaint", "ticket", "handoff", "policy", "faq", "choose", "fallback", "greeting", "help", "unread", "voice",
    ];

    // Left out where answers are heard, or only for a gallery of pictures.
    private static readonly string[] NeverHeard =
        ["supply.whyHint", "orderable.more", "newBrands.foot", "newBrands.gallery", "handoff.urgent", "hotline.name"];

    [Fact]
    public void No_spoken_wording_asks_for_typing_or_tapping()
    {
        var spoken = Dispatching.Phrases.For(ChannelNames.Voice);
        var heard = Sentences.All.Where(phrase => SpokenOf.Contains(phrase.Key.Split('.')[0]) && !NeverHeard.Contains(phrase.Key));

        Assert.All(heard, phrase => Assert.DoesNotMatch("回「|回复|点击|打字|直接发|·", spoken.Say(phrase)));
    }

    [Fact]
    public async Task Quota_is_of_the_three_products_ordered_most()
    {
        var since = new DateOnly(2026, 11, 24).AddDays(-60);
        var most = await county.Services.GetRequiredService<KnowledgeBase>()
            .MostOrderedAsync(LicenseNumber.Parse(Demo), 3, since, TestContext.Current.CancellationToken);

        var answer = (await TapAsync(Demo, "menu.supply_quota")).Text;

        Assert.Equal(3, most.Count);
        Assert.All(most, product => Assert.Contains($"{product.Name}，", answer, StringComparison.Ordinal));
        Assert.Equal(3, Regex.Count(answer, "(?<!合计)限量 [0-9]+ 条|不投放"));
        Assert.Equal(1, Regex.Count(answer, "截至今天上午10点"));
        Assert.Equal(1, Regex.Count(answer, "截至"));
    }

    [Fact]
    public async Task Quota_without_orders_is_what_is_left_most()
    {
        var sent = await TapAsync(WithoutOrders, "menu.supply_quota");

        Assert.StartsWith("本期您还可以订", sent.Text, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(sent.Text, "，[0-9]+ 条。"));
        Assert.Null(sent.Decision.More);
    }

    [Fact]
    public async Task Arrivals_are_three_to_come()
    {
        var answer = (await TapAsync(Demo, "menu.arrival")).Text;

        Assert.DoesNotContain("昨天", answer, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(answer, "到货。"));
    }

    [Fact]
    public async Task Shortfall_is_heard_first()
    {
        var answer = (await TapAsync(Short, "menu.settlement_balance")).Text;

        Assert.StartsWith("您的账户还差 386.50 元。", answer, StringComparison.Ordinal);
        Assert.Contains("明天上午9点扣款", answer, StringComparison.Ordinal);
        Assert.Contains("截至昨天晚上8点", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_brands_are_three_names_and_a_key_tells_the_facts()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Voice);
        var list = await county.TapAsync(talk, "menu.new_brand");

        var card = await talk.SayAsync("1");

        var choices = Assert.IsType<ReplyPart.Choices>(Assert.Single(list.Reply.Parts));
        Assert.Equal(3, choices.Items.Count);
        Assert.Contains("请按对应的数字键", choices.Prompt, StringComparison.Ordinal);
        Assert.StartsWith($"{choices.Items[0].Label}。", card, StringComparison.Ordinal);
        Assert.Matches("口味是.+，产地.+。", card);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("file-1")]
    public async Task Recorded_complaint_becomes_a_ticket(string? file)
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Voice);
        var offer = await county.TapAsync(talk, "menu.complaint");

        var done = await RecordAsync(talk, file);

        Assert.Equal(Expects.Words, offer.Reply.Expects);
        Assert.EndsWith("说完请按井号键，我录下来交给市场部。", offer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("已记录", offer.Text, StringComparison.Ordinal);
        Assert.Matches("^投诉已记录，编号 1124-[0-9]+。", done.Text);
        Assert.Equal(Expects.Anything, done.Reply.Expects);
        AssertHoldsRecording(done.Decision.Ticket!, TicketKind.Complaint, file);
    }

    [Fact]
    public async Task Silence_after_the_complaint_is_no_complaint()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Voice);
        await county.TapAsync(talk, "menu.complaint");

        var sent = await county.SendAsync(Recording(talk, null) with { MediaId = null });

        Assert.Null(sent.Decision.Ticket);
        Assert.StartsWith("抱歉，我没听清", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("menu.human_handoff")]
    [InlineData("menu.manager_contact")]
    public async Task Manager_is_put_through_while_people_answer(string key)
    {
        var sent = await TapAsync(Demo, key);

        var call = Assert.IsType<ReplyPart.Call>(sent.Reply.Parts[^1]);
        Assert.Matches("^138", call.Number);
        Assert.StartsWith("正在为您接通客户经理", sent.Text, StringComparison.Ordinal);
        Assert.Null(sent.Decision.Ticket);
    }

    [Theory]
    [InlineData("menu.human_handoff")]
    [InlineData("menu.manager_contact")]
    public async Task Message_is_taken_while_nobody_answers(string key)
    {
        using var later = county.Later(TimeSpan.FromHours(3));
        var talk = await county.TalkAsync(Demo, ChannelNames.Voice);
        var asked = await county.TapAsync(talk, key);

        var done = await RecordAsync(talk, "file-2");

        Assert.Equal(Expects.Words, asked.Reply.Expects);
        Assert.DoesNotContain(asked.Reply.Parts, part => part is ReplyPart.Call);
        Assert.DoesNotContain("已记", asked.Text, StringComparison.Ordinal);
        Assert.Matches("^已记下您的留言，您的客户经理.+会在今天下午4点前联系您，编号", done.Text);
        AssertHoldsRecording(done.Decision.Ticket!, TicketKind.CallBack, "file-2");
    }

    [Fact]
    public async Task Message_is_taken_when_the_manager_does_not_answer()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Voice);
        await county.TapAsync(talk, "menu.human_handoff");
        var asked = await county.TapAsync(talk, CallTaps.Unanswered);

        var done = await RecordAsync(talk, null);

        Assert.Equal(Expects.Words, asked.Reply.Expects);
        Assert.StartsWith("客户经理这会儿没有接电话。", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(asked.Reply.Parts, part => part is ReplyPart.Call);
        AssertHoldsRecording(done.Decision.Ticket!, TicketKind.CallBack, null);
    }

    [Fact]
    public async Task Recording_that_nothing_waits_for_is_not_said_to_be_kept()
    {
        var sent = await RecordAsync(await county.TalkAsync(Demo, ChannelNames.Voice), "file-3");

        Assert.Null(sent.Decision.Ticket);
        Assert.StartsWith("抱歉，我没听清", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stranger_keys_in_the_licence()
    {
        var sent = await TapAsync(null, "menu.settlement_balance");

        Assert.Equal(Expects.Digits, sent.Reply.Expects);
        Assert.Contains("按井号键结束", sent.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("黄鹤楼", 3)]
    [InlineData("有什么政策", 3)]
    public async Task Choices_are_three_at_most(string words, int most)
    {
        var answer = await (await county.TalkAsync(Demo, ChannelNames.Voice)).AskAsync(words);

        Assert.Equal(most, answer.Choices.Count);
        Assert.Contains("数字键", answer.Reply, StringComparison.Ordinal);
    }

    private const string WithoutOrders = "330106100383";

    private async Task<Sent> TapAsync(string? license, string key) =>
        await county.TapAsync(await county.TalkAsync(license, ChannelNames.Voice), key, await county.PhoneOfAsync(license));

    private Task<Sent> RecordAsync(Talk talk, string? file) => county.SendAsync(Recording(talk, file));

    private Inbound.Voice Recording(Talk talk, string? file) => new("RE123", null)
    {
        Conversation = talk.Key, MessageId = "", SentAt = county.Time.GetUtcNow(), Attachments = file is null ? null : [file],
    };

    private static void AssertHoldsRecording(Ticket ticket, TicketKind kind, string? file)
    {
        Assert.Equal(kind, ticket.Kind);
        Assert.Equal(file is null ? "（电话录音留言）\nRE123" : "（电话录音留言）", ticket.Text);
        Assert.Equal(file is null ? [] : [file], ticket.Attachments);
    }
}
