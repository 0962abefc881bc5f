using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>
/// Nothing fitted: an article that clearly answers, else ask once more with examples, then offer a person. Always decides.
/// </summary>
internal sealed class FallbackPolicy(FaqSkill faq, HumanHandoffSkill handoff, PhraseBook phrases) : IPolicy
{
    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (await faq.TryAnswerAsync(turn, cancellationToken) is { } answer)
        {
            return answer;
        }

        var decision = turn.Conversation.Misunderstandings == 0
            ? Decision.Say(phrases.Say(turn.Retailer is null ? Sentences.NotUnderstoodStranger : Sentences.NotUnderstood))
            : await handoff.OfferAsync(turn, cancellationToken);
        return decision with { Understood = false };
    }
}
