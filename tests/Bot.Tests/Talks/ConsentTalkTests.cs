using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Store;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Talks;

/// <summary>Who asked for no more messages: still answered, unless the provider itself has stopped.</summary>
[Collection(nameof(County))]
public sealed class ConsentTalkTests(County county)
{
    [Fact]
    public async Task Opting_out_by_a_word_is_confirmed_and_questions_are_still_answered()
    {
        var talk = county.PhoneTalk("13800001212");

        var confirmed = await SendAsync(talk, new Inbound.OptedOut("退订", Answered: false) { Conversation = talk.Key, MessageId = "o1", SentAt = default });

        Assert.Contains("不再主动给您发消息", confirmed, StringComparison.Ordinal);
        Assert.Contains("「恢复」", confirmed, StringComparison.Ordinal);
        Assert.InRange(confirmed!.Length, 1, ChannelLimits.SmsCharacters);
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
        Assert.Contains(
            "已恢复",
            await SendAsync(talk, new Inbound.OptedIn("恢复", Answered: false) { Conversation = talk.Key, MessageId = "o2", SentAt = default }),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Providers_stop_silences_every_answer_until_its_start_and_leaves_no_reply_behind()
    {
        var talk = county.PhoneTalk("13800001213");
        var key = talk.Key.ToString();

        Assert.Null(await SendAsync(talk, new Inbound.OptedOut("STOP", Answered: true) { Conversation = talk.Key, MessageId = "s1", SentAt = default }));
        Assert.Equal("", await talk.SayAsync("余额"));
        Assert.Null(await SendAsync(talk, new Inbound.OptedIn("恢复", Answered: false) { Conversation = talk.Key, MessageId = "s2", SentAt = default }));
        Assert.Equal("", await talk.SayAsync("余额"));
        await using var context = county.Services.GetRequiredService<BotDatabase>().CreateContext();
        Assert.False(await context.Outbox.AnyAsync(row => row.Conversation == key, TestContext.Current.CancellationToken));

        Assert.Null(await SendAsync(talk, new Inbound.OptedIn("START", Answered: true) { Conversation = talk.Key, MessageId = "s3", SentAt = default }));
        Assert.Contains("账户余额", await talk.SayAsync("余额"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Shared_phone_that_opts_out_is_not_asked_which_shop()
    {
        var talk = county.PhoneTalk("13800001200");

        var confirmed = await SendAsync(talk, new Inbound.OptedOut("退订", Answered: false) { Conversation = talk.Key, MessageId = "w1", SentAt = default });

        Assert.Contains("不再主动给您发消息", confirmed, StringComparison.Ordinal);
    }

    private async Task<string?> SendAsync(Talk talk, Inbound message)
    {
        var inbox = county.Services.GetRequiredService<IInbox>();
        var accepted = await inbox.AcceptAsync(
            message with { SentAt = county.Time.GetUtcNow(), Phone = talk.Key.Sender, PassiveFor = TimeSpan.FromMinutes(1) },
            TestContext.Current.CancellationToken);
        var reply = await accepted.WaitForReplyAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        if (reply is not PassiveReply.Ready ready)
        {
            Assert.IsType<PassiveReply.Silence>(reply);
            return null;
        }

        await ready.Confirm(1, true);
        return ready.Reply.ToPlainText();
    }
}
