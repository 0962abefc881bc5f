using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Binding, account, complaints and people, on the sample county.</summary>
[Collection(nameof(County))]
public sealed class AccountTalkTests(County county)
{
    private const string Demo = "330106100123";
    private const string Short = "330106100045";

    [Fact]
    public async Task Settlement_short_says_what_is_missing_and_by_when()
    {
        var talk = await county.TalkAsync(Short);

        var answer = await talk.SayAsync("卡里够不够扣");

        Assert.Contains("还差 386.50 元", answer, StringComparison.Ordinal);
        Assert.Contains("11月25日 09:00 扣款", answer, StringComparison.Ordinal);
        Assert.Matches("截至 11月23日 20:00", answer);
    }

    [Fact]
    public async Task Binding_by_code_gives_figures_only_after_it()
    {
        var talk = await county.TalkAsync();
        await talk.SayAsync("软中华还能订几条");
        var code = await county.CodeAfterAsync(async () =>
            Assert.Contains("验证码已发到尾号", await talk.SayAsync("330106100201"), StringComparison.Ordinal));

        var before = await talk.SayAsync("余额");
        var wrong = await talk.SayAsync(code == "000000" ? "000001" : "000000");
        var bound = await talk.SayAsync(code);

        Assert.DoesNotContain("元", before, StringComparison.Ordinal);
        Assert.Contains("还可以试 4 次", wrong, StringComparison.Ordinal);
        Assert.Contains("绑定成功", bound, StringComparison.Ordinal);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binding_code_dies_after_five_wrong_tries()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100202"));
        var other = code == "111111" ? "222222" : "111111";
        var last = "";
        for (var tries = 0; tries < 5; tries++)
        {
            last = await talk.SayAsync(other);
        }

        Assert.Contains("作废", last, StringComparison.Ordinal);
        Assert.DoesNotContain("绑定成功", await talk.SayAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binding_codes_of_a_licence_are_limited_a_day()
    {
        string answer;
        var sent = 0;
        do
        {
            var talk = await county.TalkAsync();
            answer = await talk.SayAsync("330106100203");
        }
        while (answer.Contains("验证码已发到", StringComparison.Ordinal) && ++sent < 10);

        Assert.Equal(5, sent);
        Assert.Contains("次数已经用完", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Binding_code_of_one_conversation_is_no_use_in_another()
    {
        var talk = await county.TalkAsync();
        var other = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("330106100204"));

        Assert.DoesNotContain("绑定成功", await other.SayAsync(code), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_licence_is_said_so()
    {
        var talk = await county.TalkAsync();

        Assert.Contains("没有查到这个许可证号", await talk.SayAsync("330106555555"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unbinding_asks_first_and_then_hides_the_figures()
    {
        var talk = await county.TalkAsync(Demo);
        var asked = await talk.SayAsync("解绑");
        var done = await talk.SayAsync("是");

        Assert.Contains("确定请回「是」", asked, StringComparison.Ordinal);
        Assert.Contains("已解除绑定", done, StringComparison.Ordinal);
        Assert.DoesNotContain("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_is_recorded_with_a_number_and_its_status_is_told()
    {
        var talk = await county.TalkAsync(Demo);
        var offer = await talk.SayAsync("投诉");
        var done = await talk.SayAsync("昨天送货员把一箱烟放门口就走了，少了两条");
        var number = System.Text.RegularExpressions.Regex.Match(done, "[0-9]{4}-[0-9]{4,}").Value;

        var status = await talk.SayAsync($"投诉 {number}");

        Assert.Contains("12313", offer, StringComparison.Ordinal);
        Assert.Contains("投诉已记录", done, StringComparison.Ordinal);
        Assert.Contains("处理中", status, StringComparison.Ordinal);
        Assert.Contains("没有查到", await (await county.TalkAsync(Short)).SayAsync($"投诉 {number}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Handoff_says_who_and_when_and_is_recorded()
    {
        var talk = await county.TalkAsync(Demo);

        var answer = await talk.AskAsync("人工");

        Assert.True(answer.Handoff);
        Assert.Matches("您的客户经理 .+ 会在 11月24日 12:00 前联系您，编号 1124-[0-9]+", answer.Reply);
    }

    [Fact]
    public async Task Stranger_asking_for_a_person_gets_the_numbers_and_no_promise()
    {
        var talk = await county.TalkAsync();

        var answer = await talk.AskAsync("人工");

        Assert.DoesNotContain("已记下", answer.Reply, StringComparison.Ordinal);
        Assert.Contains("12313", answer.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_misunderstandings_offer_a_person_and_no_leaves_it()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("蓝蓝的天上白云飘");
        var offer = await talk.AskAsync("白云下面马儿跑");

        Assert.True(offer.Handoff);
        Assert.Contains("回「是」", offer.Reply, StringComparison.Ordinal);
        Assert.DoesNotContain("已记下", await talk.SayAsync("不用了"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sms_answers_fit_two_segments_and_more_pages_on()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);
        var first = await talk.SayAsync("还能订哪些烟");
        var second = await talk.SayAsync("更多");

        Assert.InRange(first.Length, 1, ChannelLimits.SmsCharacters);
        Assert.InRange(second.Length, 1, 2 * ChannelLimits.SmsCharacters);
        Assert.Contains("更多", first, StringComparison.Ordinal);
        Assert.NotEqual(first, second);
    }

    [Theory]
    [InlineData("限量 软中华")]
    [InlineData("为什么")]
    [InlineData("余额")]
    [InlineData("新品")]
    [InlineData("投诉")]
    [InlineData("人工")]
    [InlineData("帮助")]
    [InlineData("热线")]
    [InlineData("到货")]
    [InlineData("订货日")]
    [InlineData("政策")]
    public async Task Sms_answer_never_exceeds_two_segments(string words)
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);

        Assert.InRange((await talk.SayAsync(words)).Length, 1, ChannelLimits.SmsCharacters);
    }

    [Theory]
    [InlineData("我的客户经理是谁", "客户经理 ")]
    [InlineData("我的订货日是哪天", "每周一")]
    [InlineData("什么时候送货", "送货日")]
    [InlineData("热线电话多少", "12313")]
    [InlineData("最近有什么政策", "政策通知")]
    [InlineData("你好", "您好")]
    [InlineData("谢谢", "不客气")]
    [InlineData("你能干什么", "我能帮您查")]
    public async Task Every_plain_question_is_answered(string words, string expected)
    {
        var talk = await county.TalkAsync(Demo);

        Assert.Contains(expected, await talk.SayAsync(words), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_notice_is_read_by_its_number()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("最近有什么政策");

        Assert.Contains("起执行", await talk.SayAsync("2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_brand_is_shown_by_its_number_and_asked_on()
    {
        var talk = await county.TalkAsync(Demo);
        var list = await talk.SayAsync("有什么新品");
        var card = await talk.SayAsync("2");

        Assert.Contains("适合您（20档）的新品", list, StringComparison.Ordinal);
        Assert.Contains("口味", card, StringComparison.Ordinal);
        Assert.Contains("条", await talk.SayAsync("能订几条"), StringComparison.Ordinal);
    }
}
