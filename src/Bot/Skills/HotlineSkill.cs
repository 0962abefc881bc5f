using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>The service and complaint numbers (热线), open to everyone.</summary>
internal sealed class HotlineSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.Hotline;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) => Decision.Say(
        [.. await PartsAsync(turn, cancellationToken), phrases.For(turn.Channel).Part(Sentences.HotlineFoot)]);

    /// <summary>The numbers with their hours, each to be rung; on the phone, where ringing is putting through, in words.</summary>
    public async ValueTask<IReadOnlyList<ReplyPart>> PartsAsync(Turn turn, CancellationToken cancellationToken)
    {
        var said = phrases.For(turn.Channel);
        var hotlines = await knowledge.HotlinesAsync(cancellationToken);
        return hotlines.Count == 0
            ? [said.Part(Sentences.HotlineNone)]
            : [.. hotlines.Take(turn.AtOnce(hotlines.Count)).Select(line => PartOf(turn, said, line))];
    }

    private static ReplyPart PartOf(Turn turn, PhraseBook said, Hotline line) => turn.IsHeard()
        ? said.Part(Sentences.HotlineSpoken, ("name", line.Name), ("number", line.Number), ("hours", line.Hours))
        : new ReplyPart.Call(
            line.Hours.Length > 0 ? said.Say(Sentences.HotlineName, ("name", line.Name), ("hours", line.Hours)) : line.Name,
            line.Number);
}
