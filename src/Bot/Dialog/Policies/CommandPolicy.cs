using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>The few words that always mean the same: 更多 and 取消.</summary>
internal sealed class CommandPolicy(PhraseBook phrases) : IPolicy
{
    private static readonly HashSet<string> More = ["更多", "继续", "下一页", "还有吗", "还有呢"];
    private static readonly HashSet<string> Cancel = ["取消", "算了", "不用了", "退出", "返回"];

    /// <inheritdoc/>
    public ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = turn.Understood?.Text.Trim() ?? "";
        if (More.Contains(words) && (turn.Conversation.More is not null || words == "更多"))
        {
            return new(Decision.Say(turn.Conversation.More ?? phrases.Say(Sentences.NothingMore)));
        }

        return new(Cancel.Contains(words) && IsAsking(turn.Conversation)
            ? Decision.Say(phrases.Say(Sentences.Cancelled))
                .With(new ConversationEvent.FormChanged(null), new ConversationEvent.ChoiceClosed())
            : null);
    }

    private static bool IsAsking(Conversation conversation) =>
        conversation.Form is not null || conversation.OpenChoice is not null;
}
