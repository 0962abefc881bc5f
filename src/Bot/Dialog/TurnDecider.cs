using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Dialog;

/// <summary>Reads a waiting message into a turn and asks the policies in order.</summary>
internal sealed class TurnDecider(
    IEnumerable<IPolicy> policies, Understander understander, KnowledgeBase knowledge, PhraseBook phrases, TimeProvider time)
{
    private readonly IReadOnlyList<IPolicy> _policies = [.. policies];

    /// <summary>The turn and what it leads to.</summary>
    public async Task<(Turn Turn, Decision Decision)> DecideAsync(WaitingTurn waiting, CancellationToken cancellationToken)
    {
        var turn = await ReadAsync(waiting, cancellationToken);
        foreach (var policy in _policies)
        {
            if (await policy.DecideAsync(turn, cancellationToken) is { } decision)
            {
                return (turn, decision);
            }
        }

        throw new InvalidOperationException("The last policy must always decide.");
    }

    /// <summary>What is said when the turn could not be worked out: plain words, no cause.</summary>
    public (Turn Turn, Decision Decision) Apologise(WaitingTurn waiting)
    {
        var turn = new Turn(waiting.Seq, waiting.Message, waiting.Conversation, null, null, time.GetUtcNow());
        return (turn, Decision.Say(phrases.Say(Sentences.Apology)) with { Understood = true });
    }

    private async Task<Turn> ReadAsync(WaitingTurn waiting, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var retailer = waiting.Conversation.Retailer is { } license
            ? await knowledge.RetailerAsync(license, cancellationToken)
            : null;
        var turn = new Turn(waiting.Seq, waiting.Message, waiting.Conversation, retailer, null, at);
        return string.IsNullOrWhiteSpace(turn.Words) ? turn : turn with
        {
            Understood = await understander.UnderstandAsync(turn.Words, at, cancellationToken),
        };
    }
}
