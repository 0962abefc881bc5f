using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Who is who: phones that are known, shops that share one, shops that change hands, and guessing.</summary>
[Collection(nameof(County))]
public sealed class IdentityTalkTests(County county)
{
    private const string Shared = "13800001200";
    private const string FirstShop = "人民路福满家便利店";
    private const string SecondShop = "学府街福满家超市";
    private const string BothShops = $"1. {FirstShop}\n2. {SecondShop}";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ChannelNames.Sms)]
    [InlineData(ChannelNames.Voice)]
    public async Task Registered_phone_is_known_from_its_first_message(string channel)
    {
        var talk = county.PhoneTalk("13800001123", channel);

        Assert.Contains("限量", await talk.SayAsync("软中华还能订几条"), StringComparison.Ordinal);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);

        var events = await EventsAsync(talk.Key);
        Assert.IsType<ConversationEvent.RetailerBound>(events[0].Event);
        Assert.All(events, one => Assert.StartsWith("330106100123/", one.Thread, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Unknown_phone_is_a_stranger_who_may_bind_by_code_and_gets_the_balance_elsewhere()
    {
        var talk = county.PhoneTalk("13911112222");
        var stranger = await talk.SayAsync("余额");
        var code = await county.CodeAfterAsync(() => talk.SayAsync("330106100205"));
        var bound = await talk.SayAsync(code);
        var balance = await talk.SayAsync("余额");

        Assert.Contains("要先绑定", stranger, StringComparison.Ordinal);
        Assert.Contains("绑定成功", bound, StringComparison.Ordinal);
        Assert.Contains("限量", await talk.SayAsync("软中华还能订几条"), StringComparison.Ordinal);
        Assert.Contains("余额只发给店铺登记的手机号", balance, StringComparison.Ordinal);
        Assert.DoesNotContain("元", balance, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_binding_on_a_channel_without_phones_gives_the_balance()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100205"));
        await talk.SayAsync(code);

        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_phone_is_asked_which_shop_and_then_gets_its_answer()
    {
        var talk = county.PhoneTalk(Shared);
        var asked = await talk.SayAsync("软中华还能订几条");
        var answer = await talk.SayAsync("2");

        Assert.EndsWith(BothShops, asked, StringComparison.Ordinal);
        Assert.DoesNotContain("限量", asked, StringComparison.Ordinal);
        Assert.StartsWith($"「{SecondShop}」", answer, StringComparison.Ordinal);
        Assert.Contains("限量 1 条", answer, StringComparison.Ordinal);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_phone_is_asked_again_for_a_wrong_number_and_the_latest_question_is_kept()
    {
        var talk = county.PhoneTalk(Shared);
        await talk.SayAsync("软中华还能订几条");
        var newer = await talk.SayAsync("我的订货日是哪天");
        var wrong = await talk.SayAsync("7");
        var answer = await talk.SayAsync(FirstShop);

        Assert.All([newer, wrong], asked => Assert.EndsWith(BothShops, asked, StringComparison.Ordinal));
        Assert.StartsWith($"「{FirstShop}」", answer, StringComparison.Ordinal);
        Assert.Contains("每周一", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_phone_may_switch_and_nothing_of_the_other_shop_is_left()
    {
        var talk = county.PhoneTalk(Shared);
        await talk.SayAsync("软中华还能订几条");
        await talk.SayAsync("1");
        var asked = await talk.SayAsync("换店");
        var chosen = await talk.SayAsync("2");
        var why = await talk.SayAsync("为什么");

        Assert.EndsWith(BothShops, asked, StringComparison.Ordinal);
        Assert.Contains($"现在为您查「{SecondShop}」", chosen, StringComparison.Ordinal);
        Assert.Contains("没看明白", why, StringComparison.Ordinal);
        var threads = (await EventsAsync(talk.Key)).Select(one => one.Thread?[..12]).Distinct();
        Assert.Equal([null, "330106100200", "330106100201"], threads);
    }

    [Fact]
    public async Task Choice_of_products_after_switching_was_asked_is_not_taken_for_a_shop()
    {
        var talk = county.PhoneTalk(Shared);
        await talk.SayAsync("你好");
        await talk.SayAsync("1");
        await talk.SayAsync("换店");
        var products = await talk.SayAsync("限量 利群");
        var answer = await talk.SayAsync("1");

        Assert.Contains("1. 利群", products, StringComparison.Ordinal);
        Assert.StartsWith("利群", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Phone_of_one_shop_has_nothing_to_switch_to_and_cannot_be_unbound()
    {
        var talk = county.PhoneTalk("13800001123");

        Assert.DoesNotContain("1. ", await talk.SayAsync("换店"), StringComparison.Ordinal);
        Assert.Contains("登记号码", await talk.SayAsync("绑定"), StringComparison.Ordinal);
        Assert.Contains("登记号码", await talk.SayAsync("解绑"), StringComparison.Ordinal);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    /// <summary>Else whoever gives a shop up asks for a code first, and is bound as the one who takes it over.</summary>
    [Fact]
    public async Task Code_that_was_sent_to_the_holder_before_binds_nobody()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100215"));
        await county.ReloadRetailersAsync(("330106100215", "13800001215", "13911115555"));

        var answer = await talk.SayAsync(code);

        Assert.DoesNotContain("绑定成功", answer, StringComparison.Ordinal);
        Assert.Contains("要先绑定", await talk.SayAsync("余额"), StringComparison.Ordinal);
        await county.ReloadRetailersAsync();
    }

    [Fact]
    public async Task Changed_phone_loses_access_at_once_on_every_channel_and_the_new_one_has_it()
    {
        var web = await county.TalkAsync("330106100206");
        var old = county.PhoneTalk("13800001206");
        await web.SayAsync("利群还能订几条");
        Assert.Contains("账户余额", await old.SayAsync("余额"), StringComparison.Ordinal);

        await county.ReloadRetailersAsync(("330106100206", "13800001206", "13911113333"));

        var onWeb = await web.SayAsync("1");
        var onOld = await old.SayAsync("余额");
        Assert.All([onWeb, onOld], answer => Assert.Contains("原来的绑定已解除", answer, StringComparison.Ordinal));
        Assert.DoesNotContain("条", onWeb.Replace("12位", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("账户余额", onOld, StringComparison.Ordinal);
        Assert.Contains("要先绑定", await web.SayAsync("余额"), StringComparison.Ordinal);
        Assert.Contains("账户余额", await county.PhoneTalk("13911113333").SayAsync("余额"), StringComparison.Ordinal);
        await county.ReloadRetailersAsync();
    }

    [Fact]
    public async Task Shop_that_changed_hands_with_its_phone_is_bound_anew_and_begins_a_new_thread()
    {
        var talk = county.PhoneTalk("13800001207");
        await talk.SayAsync("余额");
        var before = (await EventsAsync(talk.Key))[^1].Thread;
        var row = await county.Services.GetRequiredService<Knowledge.KnowledgeBase>()
            .RetailerAsync(Knowledge.LicenseNumber.Parse("330106100207"), Cancel);

        await county.ReloadRetailersAsync(("330106100207", $",{row!.Owner},", ",新店主,"));
        var answer = await talk.SayAsync("余额");

        Assert.StartsWith("店铺的登记信息变了", answer, StringComparison.Ordinal);
        Assert.Contains("账户余额", answer, StringComparison.Ordinal);
        var after = (await EventsAsync(talk.Key))[^1].Thread;
        Assert.NotEqual(before, after);
        Assert.StartsWith("330106100207/", after, StringComparison.Ordinal);
        await county.ReloadRetailersAsync();
    }

    [Fact]
    public async Task Licence_that_left_the_table_gives_no_figure_and_stays_bound()
    {
        var talk = await county.TalkAsync("330106100208");
        await county.ReloadRetailersAsync(("330106100208", "330106100208", "330106199208"));

        Assert.Contains("不在零售户名单里", await talk.SayAsync("余额"), StringComparison.Ordinal);

        await county.ReloadRetailersAsync();
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unknown_licences_from_one_conversation_end_for_the_day()
    {
        var talk = await county.TalkAsync();
        for (var number = 0; number < Guesses.MostPerDay; number++)
        {
            Assert.Contains("没有查到", await talk.SayAsync($"绑定 3301065555{number:00}"), StringComparison.Ordinal);
        }

        Assert.Contains("请明天再试", await talk.SayAsync("绑定 330106100209"), StringComparison.Ordinal);
        await county.CodeAfterAsync(async () => await (await county.TalkAsync()).SayAsync("绑定 330106100209"));
        using var later = county.Later(Guesses.CountedOver);
        await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100209"));
    }

    [Fact]
    public async Task Wrong_codes_for_a_licence_end_for_the_day_whatever_the_form()
    {
        const string license = "330106100216";
        for (var round = 0; round < 2; round++)
        {
            var guesser = await county.TalkAsync();
            var sent = await county.CodeAfterAsync(() => guesser.SayAsync($"绑定 {license}"));
            for (var tries = 0; tries < BindingCodes.MostWrongTries; tries++)
            {
                await guesser.SayAsync(sent == "111111" ? "222222" : "111111");
            }
        }

        Assert.Contains("输错验证码的次数太多", await (await county.TalkAsync()).SayAsync($"绑定 {license}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Right_code_is_no_use_once_the_licences_tries_are_spent()
    {
        var talk = await county.TalkAsync();
        var code = await county.CodeAfterAsync(() => talk.SayAsync("绑定 330106100217"));
        var guesses = county.Services.GetRequiredService<Guesses>();
        for (var tries = 0; tries < Guesses.MostPerDay; tries++)
        {
            await guesses.AddAsync(Guesses.At(Knowledge.LicenseNumber.Parse("330106100217")), Cancel);
        }

        Assert.Contains("输错验证码的次数太多", await talk.SayAsync(code), StringComparison.Ordinal);
        Assert.DoesNotContain("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retailer_on_three_channels_has_one_history_that_ends_with_the_phone_and_tickets_that_stay()
    {
        var license = Knowledge.LicenseNumber.Parse("330106100214");
        var (wechat, web, sms) = (
            await county.TalkAsync(license.Value, ChannelNames.WeChat), await county.TalkAsync(license.Value), county.PhoneTalk("13800001214"));
        await wechat.SayAsync("软中华还能订几条");
        await sms.SayAsync("余额");
        await web.SayAsync("投诉");
        await web.SayAsync("昨天送货员把一箱烟放门口就走了，少了两条");
        var thread = county.Services.GetRequiredService<RetailerThread>();
        var knowledge = county.Services.GetRequiredService<Knowledge.KnowledgeBase>();
        var before = Holder.Of((await knowledge.RetailerAsync(license, Cancel))!);

        await county.ReloadRetailersAsync((license.Value, "13800001214", "13911114444"));
        var after = Holder.Of((await knowledge.RetailerAsync(license, Cancel))!);
        await county.PhoneTalk("13911114444").SayAsync("余额");
        var lost = await web.SayAsync("处理进度");

        var old = await thread.ReadAsync(license, before, null, 20, Cancel);
        var now = await thread.ReadAsync(license, after, null, 20, Cancel);
        var tickets = await county.Services.GetRequiredService<Bot.Tickets.TicketStore>().OfRetailerAsync(license, after, Cancel);
        Assert.Equal(8, old.Count);
        Assert.Equal(["sms", "web", "wechat"], old.Select(entry => entry.Conversation.Channel).Distinct().Order());
        Assert.Equal(["余额"], now.Where(entry => entry.Message is not null).Select(entry => Bot.Dialog.Turn.WordsOf(entry.Message!)));
        Assert.Equal((null, Bot.Tickets.TicketStatus.Open), (Assert.Single(tickets).Text, tickets[0].Status));
        Assert.DoesNotContain(tickets[0].Number, lost, StringComparison.Ordinal);
        await county.ReloadRetailersAsync();
    }

    private async Task<List<(ConversationEvent Event, string? Thread)>> EventsAsync(ConversationKey key)
    {
        await using var context = county.Services.GetRequiredService<BotDatabase>().CreateContext();
        var conversation = key.ToString();
        var rows = await context.Events.Where(row => row.Conversation == conversation).OrderBy(row => row.Number).ToListAsync(Cancel);
        return [.. rows.Select(row => (BotJson.ReadEvent(row.Body), row.Thread))];
    }
}
