using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>Nothing fitted: ask once more with examples, then offer a person. Always decides.</summary>
internal sealed class FallbackPolicy(HumanHandoffSkill handoff, PhraseBook phrases) : IPolicy
{
    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        var decision = turn.Conversation.Misunderstandings == 0
            ? Decision.Say(phrases.Say(turn.Retailer is null ? Sentences.NotUnderstoodStranger : Sentences.NotUnderstood))
            : await handoff.OfferAsync(turn, cancellationToken);
        return decision with { Understood = false };
    }
}
