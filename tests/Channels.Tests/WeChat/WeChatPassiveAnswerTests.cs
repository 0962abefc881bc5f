using System.Xml.Linq;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatPassiveAnswerTests
{
    private const string Id = "6054768590064713728";
    private static readonly TimeSpan Budget = TimeSpan.FromSeconds(4.2);

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_ready_at_once_goes_back_encrypted_and_is_confirmed()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("还可订 3 条"));

        var response = await host.PushAsync(WeChatPushes.Text("软中华"));

        var envelope = XElement.Parse(await response.Content.ReadAsStringAsync(Cancelled));
        var encrypted = envelope.Element("Encrypt")!.Value;
        Assert.Equal(
            WeChatSignature.Sign(
                WeChatHost.Token, envelope.Element("TimeStamp")!.Value, envelope.Element("Nonce")!.Value, encrypted),
            envelope.Element("MsgSignature")!.Value);
        var reply = XElement.Parse(host.Crypto.Decrypt(encrypted));
        Assert.Equal(WeChatHost.Retailer, reply.Element("ToUserName")!.Value);
        Assert.Equal(WeChatHost.Account, reply.Element("FromUserName")!.Value);
        Assert.Equal("1764000000", reply.Element("CreateTime")!.Value);
        Assert.Equal("还可订 3 条", reply.Element("Content")!.Value);
        Assert.Equal([(1, true)], host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Answer_silence_is_success()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();

        var response = await host.PushAsync(WeChatPushes.Event("unsubscribe"));

        Assert.Equal("text/plain", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("success", await response.Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Answer_waits_as_long_as_the_budget()
    {
        await using var host = await WeChatHost.StartAsync();
        var within = TimeSpan.Zero;
        host.Inbox.Waiting = wait => within = wait;
        host.Inbox.Always = new PassiveReply.Silence();

        await host.PushAsync(WeChatPushes.Text("hi"));

        Assert.Equal(Budget, within);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Answer_late_on_an_early_attempt_keeps_the_request_and_the_next_one_gets_it(int lateAttempts)
    {
        await using var host = await WeChatHost.StartAsync();
        for (var attempt = 1; attempt <= lateAttempts; attempt++)
        {
            using var hangUp = new CancellationTokenSource();
            var late = host.PushAsync(WeChatPushes.Text("hi"), hangUp.Token);
            Assert.Equal(Budget, await host.Time.NextWaitAsync());
            host.Time.Advance(Budget);
            Assert.Equal(WeChatPassiveAnswer.LongestHold - Budget, await host.Time.NextWaitAsync());
            await hangUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late);
        }

        host.Inbox.Answer(Id, host.Inbox.Ready(Reply.OfText("来了")));
        var response = await host.PushAsync(WeChatPushes.Text("hi"));

        Assert.Equal("来了", ContentOf(host, await response.Content.ReadAsStringAsync(Cancelled)));
        Assert.Equal([(1, true)], host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Answer_late_and_nobody_hangs_up_is_success_in_the_end()
    {
        await using var host = await WeChatHost.StartAsync();
        var late = host.PushAsync(WeChatPushes.Text("hi"));
        await host.Time.NextWaitAsync();
        host.Time.Advance(Budget);
        await host.Time.NextWaitAsync();

        Assert.False(late.IsCompleted);
        host.Time.Advance(WeChatPassiveAnswer.LongestHold - Budget);

        Assert.Equal("success", await (await late).Content.ReadAsStringAsync(Cancelled));
    }

    [Fact]
    public async Task Answer_late_on_the_third_attempt_is_success_at_the_budget()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();
        await host.PushAsync(WeChatPushes.Text("hi"));
        await host.PushAsync(WeChatPushes.Text("hi"));
        host.Inbox.Always = null;

        var third = host.PushAsync(WeChatPushes.Text("hi"));
        await host.Time.NextWaitAsync();
        host.Time.Advance(Budget);

        Assert.Equal("success", await (await third).Content.ReadAsStringAsync(Cancelled));
        Assert.Empty(host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Answer_ready_when_WeChat_already_hung_up_is_not_confirmed()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.IgnoreHangUp = true;
        using var hangUp = new CancellationTokenSource();
        var push = host.PushAsync(WeChatPushes.Text("hi"), hangUp.Token);
        await host.Time.NextWaitAsync();
        await hangUp.CancelAsync();

        host.Inbox.Answer(Id, host.Inbox.Ready(Reply.OfText("太晚了")));
        await Assert.ThrowsAnyAsync<Exception>(() => push);
        await host.Log.UntilAsync("Debug: WeChat hung up before the answer was written.");

        Assert.Empty(host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Answer_of_several_messages_is_confirmed_as_incomplete()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText(new string('长', 1000)));

        await host.PushAsync(WeChatPushes.Text("hi"));

        Assert.Equal([(1, false)], host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Answer_is_kept_for_three_requests()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = new PassiveReply.Silence();

        await host.PushAsync(WeChatPushes.Text("hi"));

        Assert.Equal(TimeSpan.FromSeconds(16), Assert.Single(host.Inbox.Accepted).PassiveFor);
    }

    [Fact]
    public async Task Answer_with_nothing_in_it_is_success_and_confirmed()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(new Reply([]));

        var response = await host.PushAsync(WeChatPushes.Text("hi"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal([(0, true)], host.Inbox.Confirmed);
    }

    private static string ContentOf(WeChatHost host, string envelope) => XElement.Parse(
        host.Crypto.Decrypt(XElement.Parse(envelope).Element("Encrypt")!.Value)).Element("Content")!.Value;
}
