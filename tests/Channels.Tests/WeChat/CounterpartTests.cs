using System.Globalization;
using System.Text.Json;
using System.Xml.Linq;
using FsCheck.Fluent;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>Programs of others on the other side, see <c>tests/Npm</c>.</summary>
public sealed class CounterpartTests
{
    private const string Timestamp = "1764000000";
    private const string Nonce = "1320562132";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_that_wechat_crypto_encrypts_are_opened_and_its_signatures_match()
    {
        var messages = Messages();

        var sealedByPeer = (await CryptoAsync(messages, [])).GetProperty("sealed").EnumerateArray().ToList();

        var crypto = new WeChatCrypto(WeChatHost.AppId, WeChatHost.Key);
        Assert.Equal(messages, sealedByPeer.Select(message => crypto.Decrypt(message.Text("encrypted"))));
        Assert.All(sealedByPeer, message => Assert.True(WeChatSignature.Matches(
            message.Text("signature"), WeChatHost.Token, Timestamp, Nonce, message.Text("encrypted"))));
    }

    [Fact]
    public async Task Messages_that_we_encrypt_are_opened_by_wechat_crypto()
    {
        var messages = Messages();
        var crypto = new WeChatCrypto(WeChatHost.AppId, WeChatHost.Key);

        var opened = (await CryptoAsync([], messages.Select(crypto.Encrypt))).GetProperty("opened").EnumerateArray().ToList();

        Assert.Equal(messages, opened.Select(message => message.Text("message")));
        Assert.All(opened, message => Assert.Equal(WeChatHost.AppId, message.Text("id")));
    }

    [Fact]
    public async Task Whole_exchange_with_wechat_crypto_as_WeChat_works_both_ways()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("中华(软) 还可订 3 条😀"));
        var pushed = (await CryptoAsync([WeChatPushes.Text("软中华")], [])).GetProperty("sealed")[0];
        var body = $"<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[{pushed.Text("encrypted")}]]></Encrypt></xml>";

        var response = await host.PostAsync(
            $"timestamp={Timestamp}&nonce={Nonce}&encrypt_type=aes&msg_signature={pushed.Text("signature")}", body);

        var envelope = XElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        string Field(string name) => envelope.Element(name)!.Value;
        var opened = (await OpenAsync(Field("Encrypt"), Field("TimeStamp"), Field("Nonce"))).GetProperty("opened")[0];
        Assert.Equal(Field("MsgSignature"), opened.Text("signature"));
        Assert.Equal("中华(软) 还可订 3 条😀", XElement.Parse(opened.Text("message")).Element("Content")!.Value);
    }

    [Fact]
    public async Task Pushes_are_read_by_co_wechat_as_by_us()
    {
        var contents = CoWechatPushes.Contents;

        var theirs = await CoWechatAsync(contents.Select(content => CoWechatPushes.Sealed(content)));

        Assert.All(contents.Zip(theirs), pair =>
        {
            Assert.Equal(200, pair.Second.GetProperty("status").GetInt32());
            Assert.Equal(
                CoWechatPushes.Flatten(pair.Second.GetProperty("parsed")).Where(field => field.Value.Length > 0).OrderBy(field => field.Key),
                WeChatPush.Read(pair.First).Fields.Select(field => KeyValuePair.Create(field.Key, field.Value.Trim()))
                    .Where(field => field.Value.Length > 0).OrderBy(field => field.Key));
        });
    }

    [Fact]
    public async Task Wrong_signature_is_401_at_co_wechat_as_with_us()
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "compatible"));
        var push = CoWechatPushes.Sealed(WeChatPushes.Text("hi"));
        var wrong = push with { Query = push.Query.Replace("nonce=1", "nonce=2", StringComparison.Ordinal) };

        var theirs = Assert.Single(await CoWechatAsync([wrong]));

        Assert.Equal(theirs.GetProperty("status").GetInt32(), (int)(await host.PostAsync(wrong.Query, wrong.Body!)).StatusCode);
    }

    [Fact]
    public async Task Address_check_is_answered_by_co_wechat_as_by_us()
    {
        await using var host = await WeChatHost.StartAsync();
        var query = host.PlainQuery() + "&echostr=4375120948345356249";

        var theirs = Assert.Single(await CoWechatAsync([new CoWechatPush("GET", query, null, null)]));

        Assert.Equal(
            theirs.Text("body"), await host.Client.GetStringAsync(new Uri("/channels/wechat?" + query, UriKind.Relative), Cancelled));
    }

    [Fact]
    public async Task Plain_replies_have_the_elements_that_co_wechat_writes()
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "plain"), ("PublicBaseUrl", "https://bot.example.cn"));
        var cards = new ReplyPart.Cards([new Card("甲", "说明", "/1.jpg", "/1"), new Card("乙", "说明", "/2.jpg", "/2")]);
        object[] articles =
        [
            new { title = "甲", description = "说明", picUrl = "https://bot.example.cn/1.jpg", url = "https://bot.example.cn/1" },
            new { title = "乙", description = "说明", picUrl = "https://bot.example.cn/2.jpg", url = "https://bot.example.cn/2" },
        ];

        var theirs = await CoWechatAsync(
        [
            new("POST", host.PlainQuery(), WeChatPushes.Text("hi"), "好的\n<a href=\"https://a.cn\">详情</a>"),
            new("POST", host.PlainQuery(), WeChatPushes.Tap("menu.new_brand"), articles),
        ]);

        await AssertSameReplyAsync(host, WeChatPushes.Text("hi"), Reply.OfText("好的\n<a href=\"https://a.cn\">详情</a>"), theirs[0]);
        await AssertSameReplyAsync(host, WeChatPushes.Tap("menu.new_brand"), new Reply([cards]), theirs[1]);
    }

    [Fact]
    public async Task Stand_in_for_the_api_satisfies_co_wechat_api()
    {
        await using var api = await FakeWeChatApi.StartAsync(Cancelled);
        var article = new { title = "甲", description = "说明", url = "https://a.cn", picurl = "https://a.cn/1.jpg" };

        var results = (await NodeScript.RunAsync("co-wechat-api.cjs", new
        {
            prefix = new Uri(api.BaseUrl, "/cgi-bin/").ToString(),
            appId = api.AppId,
            secret = api.AppSecret,
            calls = new object[]
            {
                new { method = "sendText", args = new object[] { "o1", "还可订 3 条😀" } },
                new { method = "sendNews", args = new object[] { "o1", new[] { article } } },
                new { method = "sendNews", args = new object[] { "o1", new[] { article, article } } },
                new { method = "sendText", args = new object[] { "", "hi" } },
                new { method = "sendText", args = new object[] { "o1", new string('长', 683) } },
                new { method = "createMenu", args = new object[] { new { button = new[] { new { type = "click", name = "限量", key = "k" } } } } },
            },
        }, Cancelled)).EnumerateArray().ToList();

        Assert.Equal([null, null, 45008, 40003, 45002, null], results.Select(CodeOf));
        Assert.Equal(
            ["/cgi-bin/message/custom/send", "/cgi-bin/message/custom/send", "/cgi-bin/menu/create"], api.Calls.Select(call => call.Path));
    }

    [Fact]
    public async Task Our_messages_have_the_form_that_co_wechat_api_sends()
    {
        await using var host = await WeChatApiHost.StartAsync();
        var card = new Card("甲", "说明", "https://a.cn/1.jpg", "https://a.cn");
        foreach (var reply in new[] { Reply.OfText("好的😀"), new Reply([new ReplyPart.Cards([card])]) })
        {
            var key = ConversationKey.Create(ChannelNames.WeChat, WeChatHost.Account, "o1");
            await host.Sender.SendAsync(
                new OutboundReply(1, key, reply, 0, new Contact(ContactKind.Message, WeChatHost.Start, 0), false), Cancelled);
        }

        await NodeScript.RunAsync("co-wechat-api.cjs", new
        {
            prefix = new Uri(host.Api.BaseUrl, "/cgi-bin/").ToString(),
            appId = host.Api.AppId,
            secret = host.Api.AppSecret,
            calls = new object[]
            {
                new { method = "sendText", args = new object[] { "o1", "好的😀" } },
                new { method = "sendNews", args = new object[] { "o1", new[] { new { title = "甲", description = "说明", url = "https://a.cn", picurl = "https://a.cn/1.jpg" } } } },
            },
        }, Cancelled);

        var calls = host.Api.Calls.ToList();
        Assert.True(JsonElement.DeepEquals(calls[2].Json, calls[0].Json), calls[0].Body);
        Assert.True(JsonElement.DeepEquals(calls[3].Json, calls[1].Json), calls[1].Body);
    }

    private static int? CodeOf(JsonElement result) =>
        result.TryGetProperty("code", out var code) ? code.GetInt32() : null;

    private static async Task AssertSameReplyAsync(WeChatHost host, string push, Reply reply, JsonElement theirs)
    {
        host.Inbox.Always = host.Inbox.Ready(reply);
        var ours = XElement.Parse(await (await host.PushPlainAsync(push)).Content.ReadAsStringAsync(Cancelled));
        var expected = XElement.Parse(theirs.Text("body"));

        // Theirs counts in milliseconds, which is a fault of that program.
        expected.Element("CreateTime")!.Value = ours.Element("CreateTime")!.Value;
        Assert.Equal(expected.ToString(), ours.ToString());
    }

    /// <summary>Every length from 0 to 130 characters, then any characters.</summary>
    private static List<string> Messages() =>
    [
        .. Enumerable.Range(0, 131).Select(length => new string('长', length / 3) + new string('x', length - (length / 3))),
        .. UnicodeText.Arbitrary().Generator.Select(text => text.Value).Sample(100, 50),
    ];

    private static Task<JsonElement> CryptoAsync(IEnumerable<string> encrypt, IEnumerable<string> open) => RunCryptoAsync(
        encrypt.Select(message => new { message, timestamp = Timestamp, nonce = Nonce }),
        open.Select(encrypted => new { encrypted, timestamp = Timestamp, nonce = Nonce }));

    private static Task<JsonElement> OpenAsync(string encrypted, string timestamp, string nonce) =>
        RunCryptoAsync([], [new { encrypted, timestamp, nonce }]);

    private static Task<JsonElement> RunCryptoAsync(IEnumerable<object> encrypt, IEnumerable<object> open) => NodeScript.RunAsync(
        "wechat-crypto.cjs",
        new { token = WeChatHost.Token, key = WeChatHost.Key, appId = WeChatHost.AppId, encrypt, open },
        Cancelled);

    private static async Task<List<JsonElement>> CoWechatAsync(IEnumerable<CoWechatPush> pushes)
    {
        var results = await NodeScript.RunAsync(
            "co-wechat.cjs",
            new
            {
                token = WeChatHost.Token,
                key = WeChatHost.Key,
                appId = WeChatHost.AppId,
                pushes = pushes.Select(push => new { method = push.Method, query = push.Query, body = push.Body, reply = push.Reply ?? "" }),
            },
            Cancelled);
        return [.. results.EnumerateArray()];
    }
}
