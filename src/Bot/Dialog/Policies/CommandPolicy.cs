using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>The few words that always mean the same: 更多 and 取消.</summary>
internal sealed class CommandPolicy(PhraseBook phrases) : IPolicy
{
    private const int LinesAtOnce = 20;

    private static readonly HashSet<string> More = ["更多", "继续", "下一页", "还有吗", "还有呢"];
    private static readonly HashSet<string> Cancel = ["取消", "算了", "不用了", "退出", "返回"];

    /// <inheritdoc/>
    public ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        var words = turn.Understood?.Text.Trim() ?? "";
        if (More.Contains(words) && (turn.Conversation.More is not null || words == "更多"))
        {
            return new(Rest(turn));
        }

        return new(Cancel.Contains(words) ? Cancelled(turn) : null);
    }

    /// <summary>The next page of what did not fit; old figures are asked for anew.</summary>
    private Decision Rest(Turn turn)
    {
        if (turn.Conversation.More is not { } more)
        {
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.NothingMore));
        }

        if (!(turn.Conversation.MoreUntil > turn.At))
        {
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.MoreExpired));
        }

        if (turn.IsTerse())
        {
            return Decision.Say(more) with { AskedForMore = true };
        }

        var lines = more.Split('\n');
        return lines.Length <= LinesAtOnce
            ? Decision.Say(more)
            : Decision.Say(Wording.Lines([.. lines[..LinesAtOnce], phrases.Say(Sentences.MoreHint)])) with
            {
                More = Wording.Lines(lines[LinesAtOnce..]),
            };
    }

    private Decision Cancelled(Turn turn) => IsAsking(turn.Conversation)
        ? Decision.Say(phrases.For(turn.Channel).Say(Sentences.Cancelled))
            .With(new ConversationEvent.FormChanged(null), new ConversationEvent.ChoiceClosed())
        : Decision.Say(phrases.For(turn.Channel).Say(Sentences.Acknowledged));

    private static bool IsAsking(Conversation conversation) =>
        conversation.Form is not null || conversation.OpenChoice is not null;
}
