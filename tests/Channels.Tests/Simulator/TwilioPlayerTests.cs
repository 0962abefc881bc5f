using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Simulator;

namespace ServiceBot.Channels.Tests.Simulator;

public sealed class TwilioPlayerTests
{
    private const string Phone = TwilioSimulatorHost.Phone;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Send_words_reach_the_inbox_by_the_signed_callback()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        var played = await host.Player.SendAsync(Phone, "限量 软中华", Cancelled);

        Assert.Equal((200, "<Response/>"), (played!.Status, played.Response));
        var inbound = Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted));
        Assert.Equal(("限量 软中华", Phone), (inbound.Content, inbound.Phone));
        var shown = await FirstAsync(host.Phones);
        Assert.Equal((played.Number, true, "限量 软中华"), (shown.Number, shown.Mine, shown.Text));
    }

    [Fact]
    public async Task Send_while_the_store_is_down_shows_the_status()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();
        host.Inbox.Fault = new IOException("disk full");

        Assert.Equal(503, (await host.Player.SendAsync(Phone, "余额", Cancelled))!.Status);
    }

    [Fact]
    public async Task Send_from_what_is_no_phone_is_null()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        Assert.Null(await host.Player.SendAsync("12345", "余额", Cancelled));
    }

    [Fact]
    public async Task Reply_shows_on_its_phone_and_its_delivery_is_reported()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        var delivered = Assert.IsType<DeliveryResult.Delivered>(await host.ReplyAsync("您的验证码是 123456"));

        var shown = host.Phones.Latest!;
        Assert.Equal((Phone, "您的验证码是 123456", delivered.ProviderMessageId), (shown.Phone, shown.Text, shown.Id));
        Assert.Equal(new DeliveryReport(ChannelNames.Sms, shown.Id, DeliveryStage.Sent, "sent", 42), await host.Reports.NextAsync());
        Assert.Equal(new DeliveryReport(ChannelNames.Sms, shown.Id, DeliveryStage.Delivered, "delivered", 42), await host.Reports.NextAsync());
    }

    [Fact]
    public async Task Reply_that_may_have_arrived_is_found_and_not_shown_twice()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();
        var first = await host.ReplyAsync("还可订 3 条");

        Assert.Equal(first, await host.ReplyAsync("还可订 3 条", mayHaveArrived: true));
        Assert.Equal(1, host.Phones.Last);
    }

    [Fact]
    public async Task Stop_is_answered_and_replies_are_refused_until_start()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();

        await host.Player.SendAsync(Phone, "stop", Cancelled);
        Assert.Contains("unsubscribed", host.Phones.Latest!.Text, StringComparison.Ordinal);
        Assert.True(Assert.IsType<Inbound.OptedOut>(Assert.Single(host.Inbox.Accepted)).Answered);
        Assert.Equal(new DeliveryResult.GiveUp(0, "21610"), await host.ReplyAsync("还可订 3 条"));

        await host.Player.SendAsync(Phone, "START", Cancelled);
        Assert.Contains("re-subscribed", host.Phones.Latest.Text, StringComparison.Ordinal);
        Assert.IsType<DeliveryResult.Delivered>(await host.ReplyAsync("还可订 3 条"));
    }

    [Fact]
    public async Task Clear_forgets_the_messages_of_that_phone_and_its_opt_out()
    {
        await using var host = await TwilioSimulatorHost.StartAsync();
        await host.Player.SendAsync("13800138001", "余额", Cancelled);
        await host.Player.SendAsync(Phone, "STOP", Cancelled);

        host.Phones.Clear(Phone);

        Assert.Equal("13800138001", (await FirstAsync(host.Phones)).Phone);
        Assert.Null(host.Phones.Latest);
        Assert.IsType<DeliveryResult.Delivered>(await host.ReplyAsync("还可订 3 条"));
    }

    private static async Task<SmsEvent> FirstAsync(SmsPhones phones)
    {
        await using var events = phones.ListenAsync(0, Cancelled).GetAsyncEnumerator(Cancelled);
        Assert.True(await events.MoveNextAsync());
        return events.Current;
    }
}
