using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.Voice;

/// <summary>Calls played step by step against the real endpoint, signed by Twilio's own package.</summary>
public sealed class VoiceCallTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Call_of_a_retailer_is_one_conversation_of_the_engine()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();

        await call.BeginAsync(Cancelled);
        Assert.StartsWith("您好。\n限量请按一。\n余额请按二。", call.Words, StringComparison.Ordinal);
        Assert.Empty(host.Inbox.Accepted);

        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("余额 1,234.50 元\n截至 11月24日 08:30"));
        await call.PressAsync("2", Cancelled);
        Assert.StartsWith("余额一千二百三十四元五角。截至十一月二十四日上午八点半。\n限量", call.Words, StringComparison.Ordinal);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("再见"));
        await call.PressAsync("4", Cancelled);

        var (first, second) = (host.Inbox.Accepted.First(), host.Inbox.Accepted.Last());
        Assert.Equal(new Inbound.MenuTap("menu.settlement_balance")
        {
            Conversation = ConversationKey.Create(ChannelNames.Voice, VoiceHost.Account, call.Sid),
            MessageId = $"{call.Sid}.1", SentAt = VoiceHost.Start, Phone = VoiceHost.Phone, PassiveFor = TimeSpan.FromMinutes(10),
        }, first);
        Assert.Equal($"{call.Sid}.2", second.MessageId);
        Assert.Equal("menu.hotline", Assert.IsType<Inbound.MenuTap>(second).Key);
        Assert.Equal([(1, true), (1, true)], host.Inbox.Confirmed);
    }

    [Fact]
    public async Task Digits_that_are_expected_become_a_text()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请输入许可证号") with { Expects = Expects.Digits });
        await call.PressAsync("1", Cancelled);

        Assert.Equal("#", call.Document.Element("Gather")!.Attribute("finishOnKey")!.Value);
        Assert.Equal("请输入许可证号。\n菜单按零和井号。", call.Words);
        await call.PressAsync("330106100123", Cancelled);

        Assert.Equal("330106100123", Assert.IsType<Inbound.Text>(host.Inbox.Accepted.Last()).Content);
    }

    [Fact]
    public async Task Choices_are_pressed()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(new Reply([new ReplyPart.Choices("哪家店", [new Choice("a", "东店"), new Choice("b", "西店")])]));
        await call.PressAsync("1", Cancelled);

        Assert.Equal("哪家店。\n东店请按一。\n西店请按二。\n重听按九。\n菜单按零。", call.Words);
        await call.PressAsync("3", Cancelled);
        Assert.StartsWith("没有这个键。\n哪家店。", call.Words, StringComparison.Ordinal);
        await call.PressAsync("2", Cancelled);

        Assert.Equal("2", Assert.IsType<Inbound.Text>(host.Inbox.Accepted.Last()).Content);
    }

    [Fact]
    public async Task Words_that_are_expected_are_recorded()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请说") with { Expects = Expects.Words });
        await call.PressAsync("5", Cancelled);

        await call.BeSilentAsync(Cancelled);
        Assert.Equal("没听到。\n请说。\n不留按零。", call.Words);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("编号 1124-0001"));
        var recording = await call.SpeakAsync("#", Cancelled);

        var said = Assert.IsType<Inbound.Voice>(host.Inbox.Accepted.Last());
        Assert.Equal((recording, null), (said.MediaId, said.Recognition));
        Assert.StartsWith("编号幺幺二四，零零零幺。", call.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", "限量")]
    [InlineData("*", "请说")]
    public async Task Command_key_that_ends_a_recording_sends_nothing(string key, string words)
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请说") with { Expects = Expects.Words });
        await call.PressAsync("5", Cancelled);

        await call.SpeakAsync(key, Cancelled);

        Assert.StartsWith(words, call.Words, StringComparison.Ordinal);
        Assert.Empty(host.Inbox.Accepted.OfType<Inbound.Voice>());
    }

    [Fact]
    public async Task Caller_who_hangs_up_after_speaking_is_kept_and_told_nothing()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请说") with { Expects = Expects.Words });
        await call.PressAsync("5", Cancelled);

        var recording = await call.SpeakAsync("hangup", Cancelled);

        var said = Assert.IsType<Inbound.Voice>(host.Inbox.Accepted.Last());
        Assert.Equal((recording, null), (said.MediaId, said.PassiveFor));
        Assert.Empty(call.Document.Elements());
        Assert.Single(host.Inbox.Confirmed);
    }

    [Theory]
    [InlineData("no-answer", true)]
    [InlineData("completed", false)]
    public async Task Person_is_rung_and_who_does_not_answer_takes_a_message(string status, bool message)
    {
        await using var host = await VoiceHost.StartAsync(("DialTimeout", "00:00:20"), ("CallerId", "+8657180000100"));
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(new Reply([new ReplyPart.Text("马上"), new ReplyPart.Call("贺小晓", "13800003001")]));
        await call.PressAsync("6", Cancelled);

        var dial = call.Document.Element("Dial")!;
        Assert.Equal("马上。", call.Words);
        Assert.Equal(("+8613800003001", "20", "+8657180000100"), (dial.Value, dial.Attribute("timeout")!.Value, dial.Attribute("callerId")!.Value));
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("请留言") with { Expects = Expects.Words });
        await call.DialledAsync(status, Cancelled);

        Assert.Equal(message, host.Inbox.Accepted.OfType<Inbound.MenuTap>().Any(tap => tap.Key == CallTaps.Unanswered));
        Assert.Equal(message, call.Document.Element("Record") is not null);
        Assert.StartsWith(message ? "请留言。" : "限量", call.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_that_takes_long_is_waited_for_and_told()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = new PassiveReply.NotYet();
        await call.PressAsync("1", Cancelled);
        Assert.Equal("请稍等。", call.Words);
        await call.ComeBackAsync(Cancelled);
        Assert.Equal("请稍等。", call.Words);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("还可订 3 条"));
        await call.ComeBackAsync(Cancelled);

        Assert.StartsWith("还可订三条。", call.Words, StringComparison.Ordinal);
        Assert.Equal([$"{call.Sid}.1"], host.Inbox.Accepted.Select(message => message.MessageId).Distinct());
    }

    [Fact]
    public async Task Answer_that_never_comes_ends_the_call_kindly()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = new PassiveReply.NotYet();
        await call.PressAsync("1", Cancelled);
        for (var waits = 0; waits < 6; waits++)
        {
            await call.ComeBackAsync(Cancelled);
        }

        Assert.Equal("太慢了。", call.Words);
        Assert.NotNull(call.Document.Element("Hangup"));
    }

    [Theory]
    [InlineData("9")]
    [InlineData("*")]
    public async Task Again_tells_the_last_answer_of_the_same_message(string key)
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("还可订 3 条"));
        await call.PressAsync("1", Cancelled);
        var told = call.Words;

        await call.PressAsync(key, Cancelled);
        Assert.Equal(told, call.Words);
        Assert.Equal([$"{call.Sid}.1", $"{call.Sid}.1"], host.Inbox.Accepted.Select(message => message.MessageId));
        await call.PressAsync("2", Cancelled);

        Assert.Equal($"{call.Sid}.3", host.Inbox.Accepted.Last().MessageId);
    }

    [Fact]
    public async Task Again_before_any_answer_and_zero_tell_the_menu()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);

        await call.PressAsync("9", Cancelled);
        Assert.StartsWith("限量", call.Words, StringComparison.Ordinal);
        await call.PressAsync("0", Cancelled);
        Assert.StartsWith("限量", call.Words, StringComparison.Ordinal);

        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Silence_is_asked_again_and_then_ends_the_call_kindly()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);

        await call.BeSilentAsync(Cancelled);
        Assert.StartsWith("没听到。\n限量", call.Words, StringComparison.Ordinal);
        await call.PressAsync("8", Cancelled);
        Assert.StartsWith("没有这个键。\n限量", call.Words, StringComparison.Ordinal);
        await call.BeSilentAsync(Cancelled);

        Assert.Equal("再见。", call.Words);
        Assert.NotNull(call.Document.Element("Hangup"));
    }

    [Fact]
    public async Task Key_that_is_known_ends_the_count_of_misses()
    {
        await using var host = await VoiceHost.StartAsync();
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("好"));
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        await call.BeSilentAsync(Cancelled);
        await call.BeSilentAsync(Cancelled);
        await call.PressAsync("1", Cancelled);
        await call.BeSilentAsync(Cancelled);
        await call.BeSilentAsync(Cancelled);

        Assert.Null(call.Document.Element("Hangup"));
    }

    [Fact]
    public async Task Repeat_of_a_step_is_the_same_message_and_the_same_answer()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("还可订 3 条"));
        await call.PressAsync("1", Cancelled);
        var told = call.Document;

        await call.RepeatAsync(Cancelled);

        Assert.Equal(told.ToString(), call.Document.ToString());
        Assert.Single(host.Inbox.Accepted.Select(message => message.MessageId).Distinct());
    }

    [Fact]
    public async Task Number_that_is_not_trusted_is_no_phone()
    {
        await using var host = await VoiceHost.StartAsync(("TrustCallerNumber", "false"));
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("好"));
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        await call.PressAsync("1", Cancelled);

        Assert.Null(Assert.Single(host.Inbox.Accepted).Phone);
    }

    [Fact]
    public async Task Store_that_is_down_is_told_kindly()
    {
        await using var host = await VoiceHost.StartAsync();
        var call = host.Call();
        await call.BeginAsync(Cancelled);
        host.Inbox.Fault = new IOException("disk full");

        await call.PressAsync("1", Cancelled);

        Assert.Equal("出故障了。", call.Words);
        Assert.NotNull(call.Document.Element("Hangup"));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error: A caller's step could not be stored", StringComparison.Ordinal));
    }
}
