using ServiceBot.Bot.Inbox;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;

namespace ServiceBot.Bot.Dialog;

/// <summary>Tells who a waiting message is from, reads it into a turn and asks the policies in order.</summary>
internal sealed class TurnDecider(
    IEnumerable<IPolicy> policies, Understander understander, IdentityStep identity, PhraseBook phrases, TimeProvider time)
{
    private readonly IReadOnlyList<IPolicy> _policies = [.. policies];

    /// <summary>The turn and what it leads to.</summary>
    public async Task<(Turn Turn, Decision Decision)> DecideAsync(WaitingTurn waiting, CancellationToken cancellationToken)
    {
        var at = time.GetUtcNow();
        var who = await identity.IdentifyAsync(waiting.Message, waiting.Conversation, at, cancellationToken);
        var turn = new Turn(waiting.Seq, who.Message, who.Conversation, who.Retailer, null, at) { Identity = who.Events };
        if (identity.Decide(who, at) is not { } decision)
        {
            turn = await UnderstandAsync(turn, cancellationToken);
            decision = await AskPoliciesAsync(turn, cancellationToken);
        }

        return (turn, identity.Preface(who, decision));
    }

    /// <summary>What is said when the turn could not be worked out: plain words, no cause.</summary>
    public (Turn Turn, Decision Decision) Apologise(WaitingTurn waiting)
    {
        var turn = new Turn(waiting.Seq, waiting.Message, waiting.Conversation, null, null, time.GetUtcNow());
        return (turn, Decision.Say(phrases.Say(Sentences.Apology)) with { Understood = true });
    }

    private async Task<Decision> AskPoliciesAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var policy in _policies)
        {
            if (await policy.DecideAsync(turn, cancellationToken) is { } decision)
            {
                return decision;
            }
        }

        throw new InvalidOperationException("The last policy must always decide.");
    }

    private async Task<Turn> UnderstandAsync(Turn turn, CancellationToken cancellationToken) =>
        string.IsNullOrWhiteSpace(turn.Words)
            ? turn
            : turn with { Understood = await understander.UnderstandAsync(turn.Words, turn.At, cancellationToken) };
}
