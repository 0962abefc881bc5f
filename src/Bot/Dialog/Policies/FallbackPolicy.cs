using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>
/// Nothing fitted: an article that clearly answers, else ask once more with examples, then offer a person. Always decides.
/// </summary>
internal sealed class FallbackPolicy(FaqSkill faq, HumanHandoffSkill handoff, PhraseBook phrases) : IPolicy
{
    private static readonly HashSet<string> Acknowledgements =
    [
        "好", "好的", "好吧", "好嘞", "好滴", "好了", "行", "行吧", "可以", "嗯", "嗯嗯", "哦", "噢", "是", "是的", "对", "对的",
        "知道了", "收到", "明白", "明白了", "了解", "不", "不用", "不要", "不需要", "没事", "没事了", "没有", "没有了", "没了", "ok",
    ];

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await faq.TryAnswerAsync(turn, cancellationToken) is { } answer)
        {
            return answer;
        }

        var words = turn.Understood?.Text.Trim() ?? "";
        if (Acknowledgements.Contains(words) || !words.Any(char.IsLetterOrDigit))
        {
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.Acknowledged));
        }

        var decision = turn.Conversation.Misunderstandings == 0
            ? Decision.Say(phrases.For(turn.Channel).Say(turn.Retailer is null ? Sentences.NotUnderstoodStranger : Sentences.NotUnderstood))
            : (await handoff.OfferAsync(turn, cancellationToken)).With(new ConversationEvent.ChoiceClosed());
        return decision with { Understood = false };
    }
}
