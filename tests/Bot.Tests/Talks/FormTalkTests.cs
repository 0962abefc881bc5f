using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Questions in the middle of a form, and yes to what was asked last only.</summary>
[Collection(nameof(County))]
public sealed class FormTalkTests(County county)
{
    private const string Demo = "330106100123";

    [Fact]
    public async Task Yes_after_another_answer_does_not_unbind()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("解绑");
        await talk.SayAsync("余额");

        Assert.DoesNotContain("已解除", await talk.SayAsync("好的"), StringComparison.Ordinal);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("投诉")]
    [InlineData("我要投诉送货员态度很差还乱扔货")]
    public async Task Question_in_a_complaint_is_answered_and_nothing_is_recorded(string complaint)
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync(complaint);

        Assert.Contains("账户余额", await talk.SayAsync("余额多少"), StringComparison.Ordinal);
        Assert.DoesNotContain("已记录", await talk.SayAsync("好的"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_to_telling_a_complaint_is_not_the_complaint()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("投诉");

        Assert.Contains("事情经过", await talk.SayAsync("好的"), StringComparison.Ordinal);
        Assert.Contains("投诉已记录", await talk.SayAsync("送货员昨天把烟扔在门口就走了"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Telephone_in_a_complaint_is_no_ticket_number()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("投诉");

        Assert.Contains(
            "投诉已记录", await talk.SayAsync("昨天少送了两条烟，打0512-65888888一直没有人接电话"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Progress_of_the_latest_complaint_is_told_without_its_number()
    {
        var talk = await county.TalkAsync("330106100301");
        Assert.Contains("没有查到您名下的投诉", await talk.SayAsync("查一下我的投诉进度"), StringComparison.Ordinal);
        await talk.SayAsync("投诉");
        await talk.SayAsync("送货员昨天把烟扔在门口就走了");

        Assert.Contains("处理中", await talk.SayAsync("查一下我的投诉进度"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_for_a_person_in_a_complaint_is_a_call_for_a_person()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("投诉");

        Assert.Contains("会在", await talk.SayAsync("人工"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_for_a_person_with_a_complaint_does_not_go_to_the_manager()
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("经理态度不好让别人联系我");
        var answer = await talk.SayAsync("找客户经理帮忙");

        Assert.Contains("工作人员", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("客户经理", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Complaint_by_SMS_asks_before_it_lists_numbers()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Sms);

        Assert.StartsWith("请回复事情经过", await talk.SayAsync("投诉"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("好的")]
    [InlineData("知道了")]
    [InlineData("取消")]
    [InlineData("[微笑]")]
    public async Task Small_word_with_nothing_open_is_taken_kindly(string word)
    {
        var talk = await county.TalkAsync(Demo);
        await talk.SayAsync("余额");

        Assert.Equal("好的，有事随时问我。", await talk.SayAsync(word));
    }

    [Fact]
    public async Task Code_is_taken_as_people_type_it()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100210"));

        Assert.Contains("绑定成功", await talk.SayAsync($"我的验证码是{code[..3]} {code[3..]}。"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_that_is_no_licence_is_said_so_after_a_private_question()
    {
        var talk = await county.TalkAsync();
        await talk.SayAsync("余额");

        Assert.Contains("许可证号是12位数字", await talk.SayAsync("33010610012"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_comes_too_late_is_said_so()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100211"));
        using var later = county.Later(TimeSpan.FromMinutes(11));

        Assert.Contains("过期", await talk.SayAsync(code), StringComparison.Ordinal);
        Assert.DoesNotContain("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }
}
