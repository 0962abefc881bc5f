using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Commands;
using ServiceBot.Bot.Dialog;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Support;

/// <summary>Messages that are more than typed words, through the whole engine.</summary>
internal static class Sending
{
    private static int Count;

    /// <summary>Typed words, read by everybody.</summary>
    public static Task<Sent> AskInPublicAsync(this County county, Talk talk, string words) =>
        county.SendAsync(new Inbound.Text(words)
        {
            Conversation = talk.Key, MessageId = "", SentAt = county.Time.GetUtcNow(), Audience = Audience.Public,
        });

    /// <summary>A tap on the menu, which a key of the phone's menu is too.</summary>
    public static Task<Sent> TapAsync(this County county, Talk talk, string key) => county.SendAsync(
        new Inbound.MenuTap(key) { Conversation = talk.Key, MessageId = "", SentAt = county.Time.GetUtcNow() });

    /// <summary>Sends any message and returns the reply as cut for the channel with the decision behind it.</summary>
    public static async Task<Sent> SendAsync(this County county, Inbound message)
    {
        var cancelled = TestContext.Current.CancellationToken;
        var accepted = await county.Services.GetRequiredService<IInbox>().AcceptAsync(
            message with { MessageId = $"sent-{Interlocked.Increment(ref Count)}", PassiveFor = TimeSpan.FromMinutes(1) }, cancelled);
        var ready = Assert.IsType<PassiveReply.Ready>(await accepted.WaitForReplyAsync(TimeSpan.FromSeconds(30), cancelled));
        await ready.Confirm(1, true);
        var (turn, decision) = county.Services.GetRequiredService<AskListener>().Last!.Value;
        return new Sent(ready.Reply, decision, turn);
    }
}

/// <summary>What came of a message.</summary>
internal sealed record Sent(Reply Reply, Decision Decision, Turn Turn)
{
    public string Text => Reply.ToPlainText();
}
