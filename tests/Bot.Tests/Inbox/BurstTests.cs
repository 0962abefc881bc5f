using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Bot.Tests.Support;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.Tests.Inbox;

[Collection(nameof(County))]
public sealed class BurstTests(County county)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Messages_that_come_all_at_once_are_each_answered()
    {
        const int Conversations = 8;
        const int Messages = 25;
        var inbox = county.Services.GetRequiredService<IInbox>();
        var keys = Enumerable.Range(0, Conversations)
            .Select(_ => ConversationKey.Create(ChannelNames.Web, "burst", Guid.NewGuid().ToString("N"))).ToList();

        var answers = await Task.WhenAll(
            from number in Enumerable.Range(0, Messages)
            from key in keys
            select Task.Run(() => AskAsync(inbox, key, number)));

        Assert.Equal(Conversations * Messages, answers.Length);
        Assert.All(answers, answer => Assert.IsType<PassiveReply.Ready>(answer));
    }

    private async Task<PassiveReply> AskAsync(IInbox inbox, ConversationKey key, int number)
    {
        var accepted = await inbox.AcceptAsync(
            new Inbound.Text("你好")
            {
                Conversation = key,
                MessageId = $"{key.Sender}-{number}",
                SentAt = county.Time.GetUtcNow(),
                PassiveFor = Patience,
            },
            TestContext.Current.CancellationToken);
        var answer = await accepted.WaitForReplyAsync(Patience, TestContext.Current.CancellationToken)
            .WaitAsync(Patience, TestContext.Current.CancellationToken);
        if (answer is PassiveReply.Ready ready)
        {
            await ready.Confirm(1, true);
        }

        return answer;
    }
}
