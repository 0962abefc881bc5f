using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
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
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) =>
        Decision.Say(Wording.Lines(await LinesAsync(cancellationToken), phrases.Say(Sentences.HotlineFoot)));

    /// <summary>The numbers with their hours, a line each.</summary>
    public async ValueTask<string> LinesAsync(CancellationToken cancellationToken)
    {
        var hotlines = await knowledge.HotlinesAsync(cancellationToken);
        return hotlines.Count == 0
            ? phrases.Say(Sentences.HotlineNone)
            : Wording.Lines(hotlines.Select(line => phrases.Say(
                Sentences.HotlineLine, ("name", line.Name), ("number", line.Number), ("hours", line.Hours))));
    }
}
