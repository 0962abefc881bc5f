using System.Text.Json;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

public sealed class StandInApiTests
{
    private const string SendPath = "/cgi-bin/message/custom/send?access_token=";
    private const string Hello = """{"touser":"sim_1","msgtype":"text","text":{"content":"您好"}}""";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Token_is_the_same_until_its_last_five_minutes()
    {
        await using var host = await SimulatorHost.StartAsync();

        var first = await host.FetchTokenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(114));
        var again = await host.FetchTokenAsync();
        host.Time.Advance(TimeSpan.FromMinutes(1));
        var renewed = await host.FetchTokenAsync();

        Assert.Equal(first, again);
        Assert.NotEqual(first, renewed);
    }

    [Theory]
    [InlineData("wx0000000000000000", SimulatorHost.Secret, 40013)]
    [InlineData(WeChatHost.AppId, "wrong", 40125)]
    public async Task Token_for_wrong_credentials_is_refused(string appId, string secret, int code)
    {
        await using var host = await SimulatorHost.StartAsync();

        await AssertRefusedAsync(host, code, "/cgi-bin/stable_token", SimulatorHost.TokenRequest(appId, secret));
    }

    [Fact]
    public async Task Send_with_a_wrong_token_is_refused()
    {
        await using var host = await SimulatorHost.StartAsync();

        await AssertRefusedAsync(host, 40001, SendPath + "wrong", Hello);
        await AssertRefusedAsync(host, 41001, "/cgi-bin/message/custom/send", Hello);
    }

    [Fact]
    public async Task Send_with_a_lapsed_token_is_refused()
    {
        await using var host = await SimulatorHost.StartAsync();
        var token = await host.FetchTokenAsync();

        host.Time.Advance(TimeSpan.FromHours(2));

        await AssertRefusedAsync(host, 40001, SendPath + token, Hello);
    }

    [Theory]
    [InlineData(40003, """{"touser":"nobody","msgtype":"text","text":{"content":"您好"}}""")]
    [InlineData(40008, """{"touser":"sim_1","msgtype":"hologram"}""")]
    [InlineData(40033, """{"touser":"sim_1","msgtype":"text","text":{"content":"\u60a8"}}""")]
    [InlineData(44004, """{"touser":"sim_1","msgtype":"text","text":{"content":""}}""")]
    [InlineData(44004, """{"touser":"sim_1","msgtype":"msgmenu","msgmenu":{"head_content":"?","list":[]}}""")]
    [InlineData(45008, """{"touser":"sim_1","msgtype":"news","news":{"articles":[{"title":"1"},{"title":"2"}]}}""")]
    [InlineData(47001, """{"touser":"sim_1","msgtype":"text"}""")]
    [InlineData(47001, "[1]")]
    [InlineData(47001, "您好")]
    public async Task Send_of_a_wrong_body_is_refused(int code, string body)
    {
        await using var host = await TalkingAsync();

        await AssertRefusedAsync(host, code, SendPath + await host.FetchTokenAsync(), body);
    }

    [Fact]
    public async Task Send_of_a_text_over_2048_bytes_is_refused()
    {
        await using var host = await TalkingAsync();
        var body = Hello.Replace("您好", new string('长', 683), StringComparison.Ordinal);

        await AssertRefusedAsync(host, 45002, SendPath + await host.FetchTokenAsync(), body);
    }

    [Fact]
    public async Task Send_of_a_backslash_before_a_u_is_no_escape()
    {
        await using var host = await TalkingAsync();
        var body = Hello.Replace("您好", """C:\\u60a8""", StringComparison.Ordinal);

        await AssertRefusedAsync(host, 0, SendPath + await host.FetchTokenAsync(), body);
    }

    [Fact]
    public async Task Send_a_sixth_message_after_one_is_refused_until_the_retailer_writes_again()
    {
        await using var host = await TalkingAsync();
        var path = SendPath + await host.FetchTokenAsync();
        for (var sent = 0; sent < 5; sent++)
        {
            await AssertRefusedAsync(host, 0, path, Hello);
        }

        await AssertRefusedAsync(host, 45047, path, Hello);
        await host.PushAsync(new PhoneAct.Text("在吗"));
        await AssertRefusedAsync(host, 0, path, Hello);
    }

    [Fact]
    public async Task Send_after_a_tap_is_taken_three_times_in_one_minute()
    {
        await using var host = await TalkingAsync(new PhoneAct.Tap("menu.price"));
        var path = SendPath + await host.FetchTokenAsync();

        await AssertRefusedAsync(host, 0, path, Hello);
        await AssertRefusedAsync(host, 0, path, Hello);
        await AssertRefusedAsync(host, 0, path, Hello);
        await AssertRefusedAsync(host, 45047, path, Hello);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        await AssertRefusedAsync(host, 45015, path, Hello);
    }

    [Fact]
    public async Task Send_to_a_phone_that_no_longer_follows_is_refused()
    {
        await using var host = await TalkingAsync(new PhoneAct.Unfollow());

        await AssertRefusedAsync(host, 45015, SendPath + await host.FetchTokenAsync(), Hello);
    }

    [Fact]
    public async Task Reply_sent_by_the_channel_itself_arrives_at_the_listening_phone()
    {
        await using var host = await TalkingAsync();
        var choices = new ReplyPart.Choices("哪个？", [new Choice("7.1", "中华(软)")]);

        var result = await host.Sender.SendAsync(Outbound(host, choices), Cancelled);

        Assert.Equal(new DeliveryResult.Delivered(1), result);
        var message = Assert.IsType<PhoneEvent.Message>(await NextAsync(host, after: 0));
        var menu = Assert.IsType<PhoneMessage.Menu>(message.Content);
        Assert.Equal(("哪个？", new PhoneMenuItem("7.1", "中华(软)")), (menu.Head, Assert.Single(menu.Items)));
        Assert.Contains("msgmenu", message.Call.Request, StringComparison.Ordinal);
        Assert.Equal("""{"errcode":0,"errmsg":"ok"}""", message.Call.Response);
    }

    [Fact]
    public async Task Phone_that_listens_gets_what_comes_later_and_not_what_it_had()
    {
        await using var host = await TalkingAsync();
        await host.Sender.SendAsync(Outbound(host, new ReplyPart.Text("一")), Cancelled);
        var first = await NextAsync(host, after: 0);

        var next = NextAsync(host, after: first.Number);
        await host.Sender.SendAsync(Outbound(host, new ReplyPart.Text("二")), Cancelled);

        var message = Assert.IsType<PhoneEvent.Message>(await next);
        Assert.Equal("二", Assert.IsType<PhoneMessage.Text>(message.Content).Segments[0].Text);
    }

    [Fact]
    public async Task Typing_is_shown_within_thirty_seconds_of_a_message()
    {
        await using var host = await TalkingAsync();
        var path = "/cgi-bin/message/custom/typing?access_token=" + await host.FetchTokenAsync();
        const string Typing = """{"touser":"sim_1","command":"Typing"}""";

        await AssertRefusedAsync(host, 0, path, Typing);
        await AssertRefusedAsync(host, 45072, path, Typing.Replace("Typing", "Singing", StringComparison.Ordinal));
        host.Time.Advance(TimeSpan.FromSeconds(31));
        await AssertRefusedAsync(host, 45080, path, Typing);

        Assert.True(Assert.IsType<PhoneEvent.Typing>(await NextAsync(host, after: 0)).Begins);
    }

    [Fact]
    public async Task Menu_created_is_the_menu_that_phones_show()
    {
        await using var host = await SimulatorHost.StartAsync();
        var path = "/cgi-bin/menu/create?access_token=" + await host.FetchTokenAsync();

        await AssertRefusedAsync(host, 40016, path, """{"button":[]}""");
        await AssertRefusedAsync(host, 0, path, """{"button":[{"type":"click","name":"余额","key":"menu.settlement_balance"}]}""");

        var button = Assert.Single(await host.Phones.MenuAsync(Cancelled));
        Assert.Equal(("余额", "menu.settlement_balance"), (button.Name, button.Key));
    }

    private static async Task<SimulatorHost> TalkingAsync(PhoneAct? last = null)
    {
        var host = await SimulatorHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();
        await host.PushAsync(last ?? new PhoneAct.Text("在吗"));
        return host;
    }

    private static OutboundReply Outbound(SimulatorHost host, ReplyPart part) => new(
        1, ConversationKey.Create("wechat", WeChatPlayer.Account, SimulatorHost.Phone), new Reply([part]), 0,
        new Contact(ContactKind.Message, host.Time.GetUtcNow(), 0), FromPerson: false);

    private static async Task<PhoneEvent> NextAsync(SimulatorHost host, long after)
    {
        await foreach (var one in host.Phones.ListenAsync(SimulatorHost.Phone, after, Cancelled))
        {
            return one;
        }

        throw new InvalidOperationException("The phone stopped listening.");
    }

    [Fact]
    public async Task Web_sign_in_gives_a_phones_openid_once_for_each_code()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.AlwaysAnswer(new ReplyPart.Text("您好"));
        await host.PushAsync(new PhoneAct.Text("你好"));

        Assert.Equal(SimulatorHost.Phone, (await SignInAsync(host, "sim_1.a")).GetProperty("openid").GetString());
        Assert.Equal(40163, (await SignInAsync(host, "sim_1.a")).GetProperty("errcode").GetInt32());
        Assert.Equal(SimulatorHost.Phone, (await SignInAsync(host, "sim_1.b")).GetProperty("openid").GetString());
    }

    [Theory]
    [InlineData("sim_unknown.a", SimulatorHost.Secret, 40029)]
    [InlineData("", SimulatorHost.Secret, 41008)]
    [InlineData("sim_1.a", "wrong", 40125)]
    public async Task Web_sign_in_refuses_as_WeChat_does(string code, string secret, int refusal)
    {
        await using var host = await SimulatorHost.StartAsync();

        Assert.Equal(refusal, (await SignInAsync(host, code, secret)).GetProperty("errcode").GetInt32());
    }

    private static async Task<JsonElement> SignInAsync(SimulatorHost host, string code, string secret = SimulatorHost.Secret)
    {
        var address = $"/simulator/wechat-api/sns/oauth2/access_token?appid={WeChatHost.AppId}&secret={secret}&code={code}&grant_type=authorization_code";
        return JsonSerializer.Deserialize<JsonElement>(await host.Client.GetByteArrayAsync(new Uri(address, UriKind.Relative), Cancelled));
    }

    private static async Task AssertRefusedAsync(SimulatorHost host, int code, string path, string body) =>
        Assert.Equal(code, (await host.PostAsync(path, body)).GetProperty("errcode").GetInt32());
}
