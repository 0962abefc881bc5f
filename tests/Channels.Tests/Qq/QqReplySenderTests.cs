using System.Net;
using System.Text.Json;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.Qq;

public sealed class QqReplySenderTests
{
    private static readonly ConversationKey InGroup = ConversationKey.Create(ChannelNames.Qq, QqHost.AppId, $"{QqHost.Group}:{QqHost.Member}");
    private static readonly ConversationKey Alone = ConversationKey.Create(ChannelNames.Qq, QqHost.AppId, "c2c:U1");

    [Fact]
    public async Task Send_answers_the_message_in_its_group()
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal(new DeliveryResult.Delivered(1), await SendAsync(host, Reply.OfText("服务热线 96368 😀")));

        var (path, token, body) = Assert.Single(host.Api.Sent);
        Assert.Equal(($"/v2/groups/{QqHost.Group}/messages", "QQBot token1"), (path, token));
        Assert.Equal(
            ("服务热线 96368 😀", 0, "ROBOT1.0_1", 1),
            (body.GetProperty("content").GetString(), body.GetProperty("msg_type").GetInt32(), body.GetProperty("msg_id").GetString(), body.GetProperty("msg_seq").GetInt32()));
        Assert.False(body.TryGetProperty("event_id", out _));
    }

    [Fact]
    public async Task Send_answers_an_event_by_its_id()
    {
        await using var host = await QqHost.StartAsync();

        await SendAsync(host, Reply.OfText("您好"), Alone, inReplyTo: "event:E1");

        var body = Assert.Single(host.Api.Sent).Body;
        Assert.Equal("E1", body.GetProperty("event_id").GetString());
        Assert.False(body.TryGetProperty("msg_id", out _));
    }

    [Fact]
    public async Task Send_long_reply_goes_on_with_rising_numbers_and_leaves_out_what_went()
    {
        await using var host = await QqHost.StartAsync();
        var reply = Reply.OfText(string.Join('\n', Enumerable.Range(1, 300).Select(number => $"第{number}行，一共三百行")));

        Assert.Equal(new DeliveryResult.Delivered(1), await SendAsync(host, reply, sent: 1));

        Assert.Equal(2, Assert.Single(host.Api.Sent).Body.GetProperty("msg_seq").GetInt32());
    }

    [Fact]
    public async Task Send_every_part_has_its_text()
    {
        await using var host = await QqHost.StartAsync();

        await SendAsync(host, new Reply(
        [
            new ReplyPart.Text("甲"), new ReplyPart.Choices("哪个？", [new Choice("1", "乙")]),
            new ReplyPart.Cards([new Card("丙", "丁", null, null)]), new ReplyPart.Call("热线", "96368"),
        ]));

        Assert.Equal("甲\n哪个？\n1. 乙\n丙\n丁\n热线 96368", Assert.Single(host.Api.Sent).Body.GetProperty("content").GetString());
    }

    [Theory]
    [InlineData(true, 4, true)]
    [InlineData(true, 6, false)]
    [InlineData(false, 59, true)]
    [InlineData(false, 61, false)]
    public async Task Send_only_while_the_window_is_open(bool group, int minutes, bool sent)
    {
        await using var host = await QqHost.StartAsync();
        host.Time.Advance(TimeSpan.FromMinutes(minutes));

        var result = await SendAsync(host, Reply.OfText("好"), group ? InGroup : Alone);

        Assert.Equal(sent ? new DeliveryResult.Delivered(1) : new DeliveryResult.WaitForContact(0, "window"), result);
        Assert.Equal(sent ? 1 : 0, host.Api.Sent.Count);
    }

    [Fact]
    public async Task Send_no_more_than_a_message_earns_and_nothing_unasked()
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal(new DeliveryResult.WaitForContact(0, "window"), await SendAsync(host, Reply.OfText("好"), pushed: 5));
        Assert.Equal(new DeliveryResult.WaitForContact(0, "window"), await SendAsync(host, Reply.OfText("好"), inReplyTo: null));
        Assert.Empty(host.Api.Sent);
    }

    [Fact]
    public async Task Send_token_is_renewed_once_when_refused()
    {
        await using var host = await QqHost.StartAsync();
        host.Api.Next.Enqueue(FakeQqApi.Refusal(11244, HttpStatusCode.Unauthorized));

        Assert.Equal(new DeliveryResult.Delivered(1), await SendAsync(host, Reply.OfText("好")));

        Assert.Equal(["QQBot token1", "QQBot token2"], host.Api.Sent.Select(sent => sent.Token));
    }

    [Fact]
    public async Task Send_token_is_kept_until_its_last_minute()
    {
        await using var host = await QqHost.StartAsync();

        await SendAsync(host, Reply.OfText("好"));
        await SendAsync(host, Reply.OfText("好"));
        Assert.Equal(1, host.Api.TokensGiven);

        host.Time.Advance(TimeSpan.FromSeconds(7151));
        await SendAsync(host, Reply.OfText("好"), contactAt: host.Time.GetUtcNow());
        Assert.Equal(2, host.Api.TokensGiven);
    }

    [Fact]
    public async Task Send_wrong_secret_waits_for_the_operator_and_says_so()
    {
        await using var host = await QqHost.StartAsync();
        host.Api.TokenAnswer = """{"code":100016,"message":"invalid appid or secret"}""";

        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromMinutes(10), "100016"), await SendAsync(host, Reply.OfText("好")));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("Channels:Qq:AppId", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(304103)]
    [InlineData(40034005)]
    [InlineData(40034024)]
    [InlineData(40034025)]
    [InlineData(40034102)]
    [InlineData(40034128)]
    public async Task Send_after_the_window_waits_for_contact(int code) =>
        Assert.Equal(new DeliveryResult.WaitForContact(0, $"{code}"), await RefusedAsync(FakeQqApi.Refusal(code)));

    [Theory]
    [InlineData(100001)]
    [InlineData(22009)]
    [InlineData(20028)]
    public async Task Send_over_the_rate_is_tried_again(int code) =>
        Assert.Equal(new DeliveryResult.Retry(0, TimeSpan.FromSeconds(20), $"{code}"), await RefusedAsync(FakeQqApi.Refusal(code)));

    [Theory]
    [InlineData(40054002)]
    [InlineData(40054003)]
    [InlineData(40054010)]
    [InlineData(50000)]
    public async Task Send_refused_for_good_is_given_up(int code) =>
        Assert.Equal(new DeliveryResult.GiveUp(0, $"{code}"), await RefusedAsync(FakeQqApi.Refusal(code)));

    /// <summary>An earlier try whose answer was lost did arrive.</summary>
    [Fact]
    public async Task Send_that_was_taken_before_is_delivered() =>
        Assert.Equal(new DeliveryResult.Delivered(1), await RefusedAsync(FakeQqApi.Refusal(40054005)));

    [Fact]
    public async Task Send_without_an_answer_is_tried_again()
    {
        var again = new DeliveryResult.Retry(0, TimeSpan.FromSeconds(10), "unknown");

        Assert.Equal(again, await RefusedAsync(() => throw new HttpRequestException("down")));
        Assert.Equal(again, await RefusedAsync(() => throw new TaskCanceledException("slow")));
        Assert.Equal(again, await RefusedAsync(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") }));
        Assert.Equal(again, await RefusedAsync(() => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("{}") }));
    }

    private static async Task<DeliveryResult> RefusedAsync(Func<HttpResponseMessage> answer)
    {
        await using var host = await QqHost.StartAsync();
        host.Api.Next.Enqueue(answer);
        return await SendAsync(host, Reply.OfText("好"));
    }

    private static Task<DeliveryResult> SendAsync(
        QqHost host, Reply reply, ConversationKey? to = null, string? inReplyTo = "ROBOT1.0_1", int sent = 0, int pushed = 0, DateTimeOffset? contactAt = null) =>
        host.Sender.SendAsync(
            new OutboundReply(7, to ?? InGroup, reply, sent, new Contact(ContactKind.Message, contactAt ?? QqHost.Start, pushed), false, inReplyTo),
            TestContext.Current.CancellationToken);
}
