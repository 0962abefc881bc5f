using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

public sealed class WeChatPlayerTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("compatible")]
    [InlineData("secure")]
    public async Task Push_in_each_mode_reaches_the_inbox_and_brings_the_answer(string mode)
    {
        await using var host = await SimulatorHost.StartAsync(mode);
        host.AlwaysAnswer(new ReplyPart.Text("还可订 3 条 <&]]>"));

        var played = await host.PushAsync(new PhoneAct.Text("软中华"));

        var text = Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted));
        Assert.Equal("软中华", text.Content);
        Assert.Equal(ConversationKey.Create("wechat", WeChatPlayer.Account, SimulatorHost.Phone), text.Conversation);
        var answer = Assert.IsType<PhoneMessage.Text>(Assert.Single(played.Messages));
        Assert.Equal("还可订 3 条 <&]]>", Assert.Single(answer.Segments).Text);
        Assert.Null(Assert.Single(played.Tries).Fault);
    }

    [Fact]
    public async Task Push_in_secure_mode_shows_words_only_after_decryption()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.AlwaysAnswer(new ReplyPart.Text("好的"));

        var played = await host.PushAsync(new PhoneAct.Text("软中华"));

        Assert.StartsWith("http://localhost:5080/channels/wechat?signature=", played.Url, StringComparison.Ordinal);
        Assert.Contains("msg_signature=", played.Url, StringComparison.Ordinal);
        Assert.DoesNotContain("软中华", played.RequestBody, StringComparison.Ordinal);
        Assert.Contains("软中华", played.RequestPlain, StringComparison.Ordinal);
        var only = Assert.Single(played.Tries);
        Assert.Equal(200, only.Status);
        Assert.DoesNotContain("好的", only.ResponseBody!, StringComparison.Ordinal);
        Assert.Contains("<Content><![CDATA[好的]]></Content>", only.ResponsePlain!, StringComparison.Ordinal);
    }

    public static TheoryData<PhoneAct, Type> Acts => new()
    {
        { new PhoneAct.Text("1", "t.1"), typeof(Inbound.Text) },
        { new PhoneAct.Voice("限量"), typeof(Inbound.Voice) },
        { new PhoneAct.Voice(null), typeof(Inbound.Voice) },
        { new PhoneAct.Picture("http://localhost/a.png"), typeof(Inbound.Picture) },
        { new PhoneAct.Location(30.18, 120.26, "店里"), typeof(Inbound.Location) },
        { new PhoneAct.Link("标题", "说明", "http://localhost/"), typeof(Inbound.Link) },
        { new PhoneAct.Follow("shop-7"), typeof(Inbound.Followed) },
        { new PhoneAct.Follow(null), typeof(Inbound.Followed) },
        { new PhoneAct.Unfollow(), typeof(Inbound.Unfollowed) },
        { new PhoneAct.Scan("shop-7"), typeof(Inbound.Scanned) },
        { new PhoneAct.Tap("menu.price"), typeof(Inbound.MenuTap) },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Push_of_each_act_is_read_as_what_it_is(PhoneAct act, Type expected)
    {
        await using var host = await SimulatorHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();

        var played = await host.PushAsync(act);

        var inbound = Assert.Single(host.Inbox.Accepted);
        Assert.IsType(expected, inbound);
        Assert.Equal(act.Contact, inbound.Contact);
        Assert.Empty(played.Messages);
        Assert.Equal("success", Assert.Single(played.Tries).ResponsePlain);
    }

    [Fact]
    public async Task Push_carries_the_fields_of_its_act()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();

        await host.PushAsync(new PhoneAct.Text("1", "t.1"));
        await host.PushAsync(new PhoneAct.Location(30.18, 120.26, "店里"));
        await host.PushAsync(new PhoneAct.Follow("shop-7"));
        await host.PushAsync(new PhoneAct.Scan("shop-7"));

        var accepted = host.Inbox.Accepted.ToList();
        Assert.Equal("t.1", Assert.IsType<Inbound.Text>(accepted[0]).ChoiceId);
        Assert.Equal((30.18, 120.26), (((Inbound.Location)accepted[1]).Latitude, ((Inbound.Location)accepted[1]).Longitude));
        Assert.Equal("shop-7", Assert.IsType<Inbound.Followed>(accepted[2]).Scene);
        Assert.Equal("shop-7", Assert.IsType<Inbound.Scanned>(accepted[3]).Scene);
    }

    [Fact]
    public async Task Push_not_answered_is_repeated_after_five_seconds_with_the_same_message()
    {
        await using var host = await SimulatorHost.StartAsync();
        var waiting = new Queue<TaskCompletionSource>([new(), new(), new()]);
        var begun = waiting.ToArray();
        host.Inbox.Waiting = _ => waiting.Dequeue().SetResult();

        var pushing = host.PushAsync(new PhoneAct.Text("软中华"));
        await begun[0].Task;
        host.Time.Advance(TimeSpan.FromSeconds(5));
        await begun[1].Task;
        host.Inbox.Answer(host.Inbox.Accepted.First().MessageId, host.Inbox.Ready(Reply.OfText("来了")));
        var played = await pushing;

        Assert.Equal(["timeout", null], played.Tries.Select(one => one.Fault));
        Assert.Equal([1, 2], played.Tries.Select(one => one.Number));
        Assert.Equal(5000, played.Tries[0].Milliseconds);
        Assert.Single(host.Inbox.Accepted.Select(inbound => inbound.MessageId).Distinct());
        Assert.Single(played.Messages);
    }

    [Fact]
    public async Task Push_never_answered_gets_three_tries_and_ends_in_silence()
    {
        await using var host = await SimulatorHost.StartAsync();
        var waiting = new Queue<TaskCompletionSource>([new(), new(), new()]);
        var begun = waiting.ToArray();
        host.Inbox.Waiting = _ => waiting.Dequeue().SetResult();

        var pushing = host.PushAsync(new PhoneAct.Text("软中华"));
        foreach (var one in begun)
        {
            await one.Task;
            host.Time.Advance(TimeSpan.FromSeconds(5));
        }

        var played = await pushing;

        Assert.Equal(3, played.Tries.Count);
        Assert.Empty(played.Messages);
    }

    [Fact]
    public async Task Push_that_is_not_stored_is_repeated_and_then_shown_as_out_of_order()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.Inbox.Fault = new InvalidOperationException("The store is down.");

        var played = await host.PushAsync(new PhoneAct.Text("软中华"));

        Assert.Equal([503, 503, 503], played.Tries.Select(one => one.Status));
        Assert.All(played.Tries, one => Assert.Equal("status", one.Fault));
    }

    [Fact]
    public async Task Push_written_by_hand_goes_out_as_written()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.AlwaysAnswer(new ReplyPart.Text("好的"));

        var played = await host.PushAsync(new PhoneAct.Raw(WeChatPushes.Message("hologram", "<Depth>3</Depth>")));

        Assert.Equal("hologram", Assert.IsType<Inbound.Unsupported>(Assert.Single(host.Inbox.Accepted)).Kind);
        Assert.Single(played.Messages);
    }

    [Fact]
    public async Task Push_written_wrongly_shows_the_refusal_once()
    {
        await using var host = await SimulatorHost.StartAsync();

        var only = Assert.Single((await host.PushAsync(new PhoneAct.Raw("<xml><MsgType>"))).Tries);

        Assert.Equal((400, "status"), (only.Status, only.Fault));
    }

    [Fact]
    public async Task Cards_in_answer_to_a_tap_come_as_news()
    {
        await using var host = await SimulatorHost.StartAsync();
        host.AlwaysAnswer(new ReplyPart.Cards(
        [
            new Card("一", "甲", "http://localhost/1.png", null), new Card("二", "乙", "http://localhost/2.png", null),
        ]));

        var played = await host.PushAsync(new PhoneAct.Tap("menu.new_brand"));

        var news = Assert.IsType<PhoneMessage.News>(Assert.Single(played.Messages));
        Assert.Equal(
            [new PhoneArticle("一", "甲", "http://localhost/1.png", ""), new PhoneArticle("二", "乙", "http://localhost/2.png", "")],
            news.Articles);
    }

    [Fact]
    public async Task Choices_as_links_can_be_tapped()
    {
        await using var host = await SimulatorHost.StartAsync("secure", ("Channels:WeChat:ChoiceLinks", "true"));
        host.AlwaysAnswer(new ReplyPart.Choices("哪个？", [new Choice("7.1", "中华(软) & 硬"), new Choice("7.2", "都不是")]));

        var played = await host.PushAsync(new PhoneAct.Text("中华"));

        var segments = Assert.IsType<PhoneMessage.Text>(Assert.Single(played.Messages)).Segments;
        Assert.Equal(
            [
                new PhoneSegment("哪个？\n"),
                new PhoneSegment("1. 中华(软) & 硬", Sends: new PhoneMenuItem("7.1", "中华(软) & 硬")),
                new PhoneSegment("\n"),
                new PhoneSegment("2. 都不是", Sends: new PhoneMenuItem("7.2", "都不是")),
            ],
            segments);
    }
}
