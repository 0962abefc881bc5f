using Microsoft.Extensions.Options;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Dialog.Policies;

/// <summary>Answers a clear intent; asks back when two are near. Out of scope is left to the fallback.</summary>
internal sealed class IntentPolicy(SkillRouter router, PhraseBook phrases, IOptions<UnderstandingOptions> options) : IPolicy
{
    private const int MostChoices = 3;
    private const double LeastChoice = 0.05;

    /// <inheritdoc/>
    public async ValueTask<Decision?> DecideAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Understood is not { } understood)
        {
            return null;
        }

        if (understood.Entities.OfType<Entity.TicketNamed>().Any())
        {
            // A ticket's number asks for its status, whatever stands beside it.
            return await router.AnswerAsync(turn, Intent.Complaint, cancellationToken);
        }

        if (understood.Intent == Intent.OutOfScope)
        {
            return null;
        }

        return understood.Confidence >= options.Value.AnswerAt
            ? await router.AnswerAsync(turn, understood.Intent, cancellationToken)
            : AskBack(turn, understood);
    }

    private Decision? AskBack(Turn turn, Understood understood)
    {
        var offered = understood.Ranked
            .Where(score => score.Intent != Intent.OutOfScope && score.Confidence >= LeastChoice)
            .Take(MostChoices)
            .Select((score, index) => new OfferedOption(
                $"{turn.Seq}.{index + 1}", phrases.NameOf(score.Intent), OptionKind.Intent, score.Intent.ToLabel()))
            .ToList();
        return offered.Count == 0
            ? null
            : ProductChoices.Offer(phrases.For(turn.Channel).Say(offered.Count == 1 ? Sentences.DidYouMeanThis : Sentences.DidYouMean), understood.Intent, offered, turn.Words);
    }
}
