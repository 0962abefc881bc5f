using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>What is said in a group, where strangers read along.</summary>
[Collection(nameof(County))]
public sealed partial class PublicTalkTests(County county)
{
    private const string Demo = "330106100123";

    /// <summary>A plain question of every intent, and the same with products in it.</summary>
    public static TheoryData<string> Questions { get; } =
    [
        "软中华还能订几条", "软中华", "还能订什么", "限量", "什么时候到货", "硬中华到货了吗", "有什么新品", "新品", "新品价格", "软中华多少钱", "价格",
        "余额", "卡里够不够扣", "投诉", "我要投诉送货员态度差", "热线电话多少", "人工", "找客户经理", "我的订货日是哪天", "什么时候订货", "几点前要订完",
        "什么时候送货", "最近有什么政策", "我的档位", "客户经理电话", "绑定", "解绑", "到货提醒", "取消提醒", "密码忘了登不上", "为什么我的限量是零", "增投是什么意思",
        "中华和利群哪个好卖", "推荐几款好卖的烟", "荷花呢", "hhl", "你好", "谢谢", "再见", "你能干什么", "今天天气怎么样", "1", "更多", "为什么", "好的",
        "取消", "是", "送一条软中华给我", "查一下我的投诉进度", "投诉 1124-0001", "我叫张三手机号13800001001",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task Answer_names_no_product_and_no_figure_and_opens_nothing(string words)
    {
        foreach (var license in new[] { null, Demo })
        {
            var sent = await county.AskInPublicAsync(await county.TalkAsync(license, ChannelNames.Qq), words);

            await AssertFitForEveryoneAsync(sent.Text);
            Assert.Null(sent.Decision.Ticket);
            Assert.Null(sent.Decision.Code);
            Assert.Empty(sent.Decision.Events);
            Assert.Null(sent.Reply.Notice);
        }
    }

    [Theory]
    [InlineData("软中华还能订几条", "私聊我")]
    [InlineData("有什么新品", "私聊我")]
    [InlineData("余额", "私聊我")]
    [InlineData("绑定", "私聊我")]
    [InlineData("热线电话多少", "12313")]
    [InlineData("投诉", "12313")]
    [InlineData("人工", "0571-80000100")]
    [InlineData("我的订货日是哪天", "每家店的订货日不一样")]
    [InlineData("最近有什么政策", "电子结算余额提醒")]
    [InlineData("密码忘了登不上", "忘记密码")]
    [InlineData("你好", "大家好")]
    [InlineData("今天天气怎么样", "群里我可以回答")]
    public async Task Question_gets_what_everyone_may_know(string words, string expected) => Assert.Contains(
        expected, (await county.AskInPublicAsync(await county.TalkAsync(null, ChannelNames.Qq), words)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("330106100123")]
    [InlineData("我的许可证号330106 100123，帮我绑定")]
    [InlineData("软中华限量多少，许可证3301 0610 0123")]
    [InlineData("１２３４５６７８９０１２")]
    public async Task Licence_number_is_to_be_taken_back_and_is_not_repeated(string words)
    {
        var sent = await county.AskInPublicAsync(await county.TalkAsync(null, ChannelNames.Qq), words);

        Assert.StartsWith("请不要在群里发许可证号", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{4}", sent.Text);
        Assert.Empty(sent.Decision.Events);
    }

    [Fact]
    public async Task Notice_about_new_products_is_kept_to_the_private_talk() => Assert.DoesNotContain(
        "新品", (await county.AskInPublicAsync(await county.TalkAsync(null, ChannelNames.Qq), "最近有什么政策")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task Picture_and_tap_get_the_short_help()
    {
        var talk = await county.TalkAsync(null, ChannelNames.Qq);
        foreach (var message in InboundCases.All.Where(message => message is not (Inbound.Unfollowed or Inbound.OptedOut or Inbound.OptedIn)))
        {
            var sent = await county.SendAsync(message with { Conversation = talk.Key, Audience = Audience.Public });

            await AssertFitForEveryoneAsync(sent.Text);
            Assert.Empty(sent.Decision.Events);
        }
    }

    [Fact]
    public async Task Same_words_in_private_are_answered_as_ever()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Qq);

        Assert.StartsWith("中华(软)：还可订 3 条", await talk.SayAsync("软中华还能订几条"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choice_on_offer_in_private_is_not_taken_in_public()
    {
        var talk = await county.TalkAsync(Demo, ChannelNames.Qq);
        await talk.SayAsync("荷花");

        await AssertFitForEveryoneAsync((await county.AskInPublicAsync(talk, "1")).Text);
    }

    private async Task AssertFitForEveryoneAsync(string answer)
    {
        var knowledge = county.Services.GetRequiredService<KnowledgeBase>();
        var cancelled = TestContext.Current.CancellationToken;
        Assert.DoesNotContain(
            await knowledge.ProductsAsync(cancelled), product => answer.Contains(product.Name, StringComparison.Ordinal));
        Assert.Empty(await knowledge.FindProductsAsync(answer, cancelled));
        var plain = (await knowledge.HotlinesAsync(cancelled)).Aggregate(answer, (text, line) => text
            .Replace(line.Number, "", StringComparison.Ordinal).Replace(line.Hours, "", StringComparison.Ordinal));
        Assert.DoesNotMatch("[0-9]", Date().Replace(plain, ""));
    }

    [GeneratedRegex("[0-9]+月[0-9]+日")]
    private static partial Regex Date();
}
