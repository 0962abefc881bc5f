using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatReplySenderTests
{
    private static readonly ReplyPart.Choices Question = new("哪一个？", [new Choice("7:1", "中华(软)"), new Choice("7:2", "中华(硬)")]);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ContactKind.Message, 0, 48 * 60, 5)]
    [InlineData(ContactKind.Message, 4, 48 * 60, 1)]
    [InlineData(ContactKind.Message, 6, 48 * 60, 0)]
    [InlineData(ContactKind.Tap, 0, 1, 3)]
    [InlineData(ContactKind.Scan, 1, 1, 2)]
    [InlineData(ContactKind.Follow, 3, 1, 0)]
    [InlineData(ContactKind.None, 0, 0, 0)]
    public async Task WindowAfter_contact_is_as_WeChat_counts(ContactKind kind, int pushed, int minutes, int left)
    {
        await using var host = await WeChatApiHost.StartAsync();

        var window = host.Sender.WindowAfter(new Contact(kind, WeChatHost.Start, pushed));

        Assert.Equal(new ReplyWindow(WeChatHost.Start.AddMinutes(minutes), left), window);
    }

    [Fact]
    public async Task Send_text_arrives_with_literal_characters()
    {
        await using var host = await WeChatApiHost.StartAsync();

        var result = await SendAsync(host, Reply.OfText("还可订 3 条😀\n<a href=\"https://a.cn/?a=1&b=2\">详情</a>"));

        Assert.Equal(new DeliveryResult.Delivered(1), result);
        Assert.Equal(
            """{"touser":"oyORnuP8q7ou2gfYjqLzSIWZf0rs","msgtype":"text","text":{"content":"还可订 3 条😀\n<a href=\"https://a.cn/?a=1&b=2\">详情</a>"}}""",
            Assert.Single(host.Api.Calls).Body);
    }

    [Fact]
    public async Task Send_choices_alone_arrive_as_a_menu()
    {
        await using var host = await WeChatApiHost.StartAsync();

        await SendAsync(host, new Reply([Question]));

        Assert.Equal(
            """{"touser":"oyORnuP8q7ou2gfYjqLzSIWZf0rs","msgtype":"msgmenu","msgmenu":{"head_content":"哪一个？","list":[{"id":"7:1","content":"中华(软)"},{"id":"7:2","content":"中华(硬)"}]}}""",
            Assert.Single(host.Api.Calls).Body);
    }

    [Fact]
    public async Task Send_menu_that_the_account_may_not_send_arrives_as_text()
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        host.Api.RefuseNext(40200);

        var result = await SendAsync(host, new Reply([Question]));

        Assert.Equal(new DeliveryResult.Delivered(1), result);
        Assert.Contains("\"content\":\"哪一个？\\n1. 中华(软)\\n2. 中华(硬)\"", Assert.Single(host.Api.Calls).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_card_arrives_as_news_with_whole_addresses()
    {
        await using var host = await WeChatApiHost.StartAsync();

        await SendAsync(host, new Reply([new ReplyPart.Cards([new Card("新品", "说明", "/p/1.jpg", "/new/1")])]));

        Assert.Equal(
            """{"touser":"oyORnuP8q7ou2gfYjqLzSIWZf0rs","msgtype":"news","news":{"articles":[{"title":"新品","description":"说明","url":"https://bot.example.cn/new/1","picurl":"https://bot.example.cn/p/1.jpg"}]}}""",
            Assert.Single(host.Api.Calls).Body);
    }

    [Fact]
    public async Task Send_what_went_out_before_is_left_out()
    {
        await using var host = await WeChatApiHost.StartAsync();

        var result = await SendAsync(host, ThreeMessages(), outbound => outbound with { MessagesSent = 2 });

        Assert.Equal(new DeliveryResult.Delivered(1), result);
        Assert.Contains("以上", Assert.Single(host.Api.Calls).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, false, 0)]
    [InlineData(3, true, 2)]
    [InlineData(2, false, 1)]
    [InlineData(5, true, 0)]
    public async Task Send_more_than_the_ration_waits_and_the_last_ones_are_for_people(int pushed, bool fromPerson, int expected)
    {
        await using var host = await WeChatApiHost.StartAsync();

        var result = await SendAsync(host, ThreeMessages(), outbound => outbound with
        {
            LastContact = new Contact(ContactKind.Message, WeChatHost.Start, pushed),
            FromPerson = fromPerson,
        });

        Assert.Equal(new DeliveryResult.WaitForContact(expected, "ration"), result);
        Assert.Equal(expected, host.Api.Calls.Count);
    }

    [Fact]
    public async Task Send_after_the_window_closed_waits()
    {
        await using var host = await WeChatApiHost.StartAsync();
        host.Time.Advance(TimeSpan.FromHours(48));

        var result = await SendAsync(host, Reply.OfText("晚了"), outbound => outbound with { FromPerson = true });

        Assert.Equal(new DeliveryResult.WaitForContact(0, "ration"), result);
        Assert.Empty(host.Api.Calls);
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(45011, 60)]
    [InlineData(40013, 600)]
    [InlineData(40125, 600)]
    [InlineData(40164, 600)]
    [InlineData(45009, 57600)]
    public async Task Send_error_that_passes_is_tried_again_later(int code, int seconds)
    {
        await using var host = await WeChatApiHost.StartAsync();
        // It starts at midnight in China.
        host.Time.Advance(TimeSpan.FromHours(8));

        var result = await RefusedAsync(host, code);

        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromSeconds(seconds), $"{code}"), result);
    }

    [Theory]
    [InlineData(45015)]
    [InlineData(45047)]
    [InlineData(48001)]
    public async Task Send_error_of_the_window_waits_for_contact(int code)
    {
        await using var host = await WeChatApiHost.StartAsync();

        Assert.Equal(new DeliveryResult.WaitForContact(0, $"{code}"), await RefusedAsync(host, code));
    }

    [Theory]
    [InlineData(40003)]
    [InlineData(43004)]
    [InlineData(43101)]
    [InlineData(99999)]
    public async Task Send_error_that_stays_gives_up(int code)
    {
        await using var host = await WeChatApiHost.StartAsync();

        Assert.Equal(new DeliveryResult.GiveUp(0, $"{code}"), await RefusedAsync(host, code));
        Assert.Contains(host.Log.Lines, line => line.Contains($"rid: fake-{code}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(40013, "Correct Channels:WeChat:AppId.")]
    [InlineData(40164, "IP whitelist")]
    [InlineData(48001, "no right")]
    public async Task Send_error_of_the_set_up_alarms_the_operator_with_a_remedy(int code, string remedy)
    {
        await using var host = await WeChatApiHost.StartAsync();

        await RefusedAsync(host, code);

        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error: WeChat's API refuses", StringComparison.Ordinal)
            && line.Contains(remedy, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_no_answer_is_uncertain_and_not_repeated_at_once()
    {
        await using var host = await WeChatApiHost.StartAsync();
        await host.Tokens.GetAsync(Cancelled);
        host.Api.HangsUp = true;

        var result = await SendAsync(host, Reply.OfText("好的"));

        Assert.Equal("uncertain", Assert.IsType<DeliveryResult.Retry>(result).Code);
        Assert.Single(host.Api.Calls);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning: It is uncertain whether WeChat took message 42", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Send_nobody_there_is_unreachable()
    {
        await using var host = await WeChatApiHost.StartAsync(("ApiBaseUrl", "http://127.0.0.1:1"));

        Assert.Equal("unreachable", Assert.IsType<DeliveryResult.Retry>(await SendAsync(host, Reply.OfText("好的"))).Code);
    }

    private static async Task<DeliveryResult> RefusedAsync(WeChatApiHost host, int code)
    {
        await host.Tokens.GetAsync(Cancelled);
        host.Api.RefuseNext(code);
        return await SendAsync(host, Reply.OfText("好的"));
    }

    private static Reply ThreeMessages() => new(
    [
        new ReplyPart.Text("新品"),
        new ReplyPart.Cards([new Card("品", "说明", "/p/1.jpg", null)]),
        new ReplyPart.Text("以上"),
    ]);

    private static Task<DeliveryResult> SendAsync(
        WeChatApiHost host, Reply reply, Func<OutboundReply, OutboundReply>? change = null)
    {
        var conversation = ConversationKey.Create(ChannelNames.WeChat, WeChatHost.Account, WeChatHost.Retailer);
        var contact = new Contact(ContactKind.Message, WeChatHost.Start, 0);
        var outbound = new OutboundReply(42, conversation, reply, 0, contact, FromPerson: false);
        return host.Sender.SendAsync(change is null ? outbound : change(outbound), Cancelled);
    }
}
