using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineActivitiesTests
{
    private static readonly object Hello = new
    {
        type = "message",
        text = "软中华限量多少",
        from = new { id = "somebody-else", name = "店主", role = "bot", locale = "zh" },
        channelData = new { clientActivityID = "abc123", mine = new { deep = new[] { 1, 2 } } },
        entities = new[] { new { type = "ClientCapabilities", requiresBotState = true } },
        localTimezone = "Asia/Shanghai",
    };

    [Fact]
    public async Task Post_stores_the_message_and_the_echo_keeps_all_that_the_client_wrote()
    {
        await using var host = await DirectLineHost.StartAsync();

        var id = await host.PostAsync("c1", Hello);
        host.History.Say(host.Inbox.Accepted.Single());
        var (activities, _) = await host.PollAsync("c1");

        var text = Assert.IsType<Inbound.Text>(host.Inbox.Accepted.Single());
        Assert.Equal(("软中华限量多少", "web/directline/c1"), (text.Content, text.Conversation.ToString()));
        Assert.Equal(DirectLineHost.Start, text.SentAt);
        var echo = Assert.Single(activities);
        Assert.Equal(id, echo.Text("id"));
        Assert.Equal("2025-11-24T16:00:00.000Z", echo.Text("timestamp"));
        Assert.Equal("""{"clientActivityID":"abc123","mine":{"deep":[1,2]}}""", echo.GetProperty("channelData").GetRawText());
        Assert.True(echo.GetProperty("entities")[0].GetProperty("requiresBotState").GetBoolean());
        Assert.Equal("Asia/Shanghai", echo.Text("localTimezone"));
        Assert.Equal("c1", echo.GetProperty("conversation").Text("id"));
    }

    [Fact]
    public async Task Post_is_from_whom_the_token_names_whatever_it_says()
    {
        await using var host = await DirectLineHost.StartAsync();

        await host.PostAsync("c1", Hello);

        var from = JsonSerializer.Deserialize<JsonElement>(host.Inbox.Accepted.Single().Wire!).GetProperty("from");
        Assert.Equal(("u1", "user", "店主", "zh"), (from.Text("id"), from.Text("role"), from.Text("name"), from.Text("locale")));
    }

    [Fact]
    public async Task Repeated_post_is_the_same_message_with_the_same_id()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (first, second) = (await host.PostAsync("c1", Hello), await host.PostAsync("c1", Hello));
        var other = await host.PostAsync("c2", Hello);

        Assert.Equal(first, second);
        Assert.Equal(2, host.Inbox.Accepted.Select(message => message.MessageId).Distinct().Count());
        Assert.NotEqual(first, other);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("0000002")]
    [InlineData("带空格 和|竖线")]
    public async Task Client_id_never_collides_with_ours(string clientId)
    {
        await using var host = await DirectLineHost.StartAsync();
        await host.SendAsync(HttpMethod.Post, "/conversations", host.TokenFor("c1"));
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("您好"));

        var id = await host.PostAsync("c1", new { type = "message", text = "一", channelData = new { clientActivityID = clientId } });

        Assert.Equal(2, host.Inbox.Accepted.Select(message => message.MessageId).Distinct().Count());
        Assert.NotEqual(id, (await host.PollAsync("c1")).Activities.Single().Text("id"));
    }

    [Theory]
    [InlineData("", 400, "MissingProperty")]
    [InlineData("{}", 400, "MissingProperty")]
    [InlineData("""{"type":"message"}""", 400, "MissingProperty")]
    [InlineData("""{"type":"message","text":"   "}""", 400, "MissingProperty")]
    [InlineData("""{"type":"message","text":5}""", 400, "BadArgument")]
    [InlineData("""{"type":"message","from":"me","text":"a"}""", 400, "BadArgument")]
    [InlineData("not json", 400, "BadArgument")]
    public async Task Post_of_nothing_readable_is_400(string body, int expected, string code)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), body);

        Assert.Equal((expected, code), (status, json.GetProperty("error").Text("code")));
        Assert.Empty(host.Inbox.Accepted);
    }

    /// <summary>Half a character is JSON, but no text: what cannot be shown again must not be taken.</summary>
    [Theory]
    [InlineData("""{"type":"message","value":"\ud800"}""")]
    [InlineData("""{"type":"message","text":"a","value":{"choice":"\ud800"}}""")]
    [InlineData("""{"type":"message","text":"a","channelData":{"clientActivityID":"\udc00"}}""")]
    [InlineData("""{"type":"message","text":"a","channelData":{"mine":["\ud800"]}}""")]
    [InlineData("""{"type":"message","text":"a","locale":"\ud800"}""")]
    [InlineData("""{"type":"event","name":"x","value":"\ud800"}""")]
    public async Task Post_of_half_a_character_is_400(string body)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, _, _) = await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), body);

        Assert.Equal(400, status);
        Assert.Empty(host.Inbox.Accepted);
    }

    /// <summary>Shown again it stands deeper than it came: one that nothing can write would close the conversation for good.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(58)]
    [InlineData(61)]
    [InlineData(63)]
    public async Task Post_that_is_taken_can_be_shown_again_however_deep_it_is(int depth)
    {
        await using var host = await DirectLineHost.StartAsync();
        var body = $$"""{"type":"message","text":"a","value":{{new string('[', depth)}}{{new string(']', depth)}}}""";

        var (status, _, _) = await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), body);
        host.Inbox.Accepted.ToList().ForEach(host.History.Say);
        var (polled, json, _) = await host.SendAsync(HttpMethod.Get, "/conversations/c1/activities", host.TokenFor("c1"));

        Assert.Equal(200, polled);
        Assert.Equal(status == 200 ? 1 : 0, json.GetProperty("activities").GetArrayLength());
        Assert.True(status is 200 or 400);
    }

    [Fact]
    public async Task Post_that_is_too_deep_too_long_or_too_large_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        async Task<int> PostAsync(object body) =>
            (await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), body)).Status;

        Assert.Equal(400, await PostAsync($$"""{"type":"message","text":"a","value":{{new string('[', 100)}}{{new string(']', 100)}}}"""));
        Assert.Equal(413, await PostAsync(new { type = "message", text = new string('烟', 2001) }));
        Assert.Equal(413, await PostAsync(new { type = "message", text = "a", channelData = new string('x', 64 * 1024) }));
        Assert.Equal(200, await PostAsync(new { type = "message", text = new string('烟', 2000) }));
    }

    [Theory]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"zh-CN"}}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"conversationUpdate"}""")]
    [InlineData("""{"type":"yet to be invented","text":"余额"}""")]
    public async Task Activity_that_nobody_says_is_taken_and_not_answered(string body)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), body);

        Assert.Equal(200, status);
        Assert.NotEmpty(json.Text("id")!);
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Post_while_the_store_is_down_is_503_so_that_the_message_shows_as_unsent()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Inbox.Fault = new InvalidOperationException("down");

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations/c1/activities", host.TokenFor("c1"), Hello);

        Assert.Equal((503, "ServiceError"), (status, json.GetProperty("error").Text("code")));
    }

    [Fact]
    public async Task Poll_while_the_store_is_down_is_empty_at_the_same_place_and_never_an_error()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));
        var (_, watermark) = await host.PollAsync("c1");
        host.History.Fault = new InvalidOperationException("down");
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("二"));

        var (none, same) = await host.PollAsync("c1", watermark);
        host.History.Fault = null;
        var (missed, _) = await host.PollAsync("c1", same);

        Assert.Empty(none);
        Assert.Equal(watermark, same);
        Assert.Equal("二", missed.Single().Text("text"));
    }

    [Fact]
    public async Task Poll_goes_on_after_its_watermark_and_pages()
    {
        await using var host = await DirectLineHost.StartAsync();
        for (var number = 0; number < 150; number++)
        {
            host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText($"{number}"));
        }

        var (first, watermark) = await host.PollAsync("c1");
        var (second, end) = await host.PollAsync("c1", watermark);
        var (none, same) = await host.PollAsync("c1", end);

        Assert.Equal(Enumerable.Range(0, 150).Select(number => $"{number}"), first.Concat(second).Select(activity => activity.Text("text")));
        Assert.Equal((100, 0, end), (first.Count, none.Count, same));
        var times = first.Concat(second).Select(activity => activity.Text("timestamp")).ToList();
        Assert.Equal(times.Distinct().Order(StringComparer.Ordinal), times);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("-")]
    [InlineData("-5")]
    [InlineData("99999999999999999999")]
    public async Task Poll_with_a_watermark_that_is_none_begins_at_the_start(string watermark)
    {
        await using var host = await DirectLineHost.StartAsync();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));

        Assert.Equal("一", (await host.PollAsync("c1", watermark)).Activities.Single().Text("text"));
    }

    [Fact]
    public async Task Times_rise_although_a_clock_went_back_and_are_the_same_at_every_reading()
    {
        await using var host = await DirectLineHost.StartAsync();
        var key = host.Tokens.KeyOf("c1");
        host.History.Say(key, new Reply([new ReplyPart.Text("一"), new ReplyPart.Text("二")]));
        var (early, watermark) = await host.PollAsync("c1");
        host.Time.AdjustTime(DirectLineHost.Start.AddSeconds(-9));
        host.History.Say(key, Reply.OfText("三"));

        var (next, _) = await host.PollAsync("c1", watermark);
        var (all, _) = await host.PollAsync("c1");

        Assert.Equal(
            early.Concat(next).Select(activity => (activity.Text("id"), activity.Text("timestamp"))),
            all.Select(activity => (activity.Text("id"), activity.Text("timestamp"))));
        Assert.Equal(3, all.Select(activity => activity.Text("timestamp")).Distinct().Count());
    }

    [Fact]
    public async Task Answer_names_the_message_that_it_follows_and_a_persons_answer_its_writer()
    {
        await using var host = await DirectLineHost.StartAsync();
        var key = host.Tokens.KeyOf("c1");
        var id = await host.PostAsync("c1", Hello);
        host.History.Say(host.Inbox.Accepted.Single());
        host.History.Say(key, Reply.OfText("还可订 3 条"));
        host.History.Say(key, Reply.OfText("我来看看"), "李伟");

        var (activities, _) = await host.PollAsync("c1");

        Assert.Equal([null, id, null], activities.Select(activity => activity.Text("replyToId")));
        Assert.Equal(["user", "bot", "bot"], activities.Select(activity => activity.GetProperty("from").Text("role")));
        Assert.Equal("李伟", activities[2].GetProperty("from").Text("name"));
        Assert.Equal("c1|0000005", activities[1].Text("id"));
    }

    [Fact]
    public async Task Message_that_came_another_way_is_shown_as_the_retailers()
    {
        await using var host = await DirectLineHost.StartAsync();
        var key = host.Tokens.KeyOf("c1");
        host.History.Say(new Inbound.Followed(null) { Conversation = key, MessageId = "c1:start", SentAt = DirectLineHost.Start });
        host.History.Say(new Inbound.Text("余额") { Conversation = key, MessageId = "m", SentAt = DirectLineHost.Start });

        var (activities, _) = await host.PollAsync("c1");

        var shown = Assert.Single(activities);
        Assert.Equal(("余额", "user"), (shown.Text("text"), shown.GetProperty("from").Text("role")));
    }

    [Fact]
    public async Task Conversation_that_posts_too_often_is_429_and_others_are_not()
    {
        await using var host = await DirectLineHost.StartAsync(("PostsPerMinute", "2"));
        async Task<int> PostAsync(string conversation) => (await host.SendAsync(
            HttpMethod.Post, $"/conversations/{conversation}/activities", host.TokenFor(conversation), new { type = "message", text = "1" })).Status;

        var statuses = new[] { await PostAsync("c1"), await PostAsync("c1"), await PostAsync("c1"), await PostAsync("c2") };

        Assert.Equal([200, 200, 429, 200], statuses);
    }

    [Theory]
    [InlineData("/conversations/a%20b/activities")]
    [InlineData("/conversations/" + "0123456789012345678901234567890123456789012345678901234567890123456789/activities")]
    public async Task Conversation_that_cannot_be_is_404(string path)
    {
        await using var host = await DirectLineHost.StartAsync();

        Assert.Equal(404, (await host.SendAsync(HttpMethod.Get, path, host.TokenFor("c1"))).Status);
    }
}
