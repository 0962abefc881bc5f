using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>The retailer's next order day (订货日).</summary>
internal sealed class OrderDaySkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.OrderDay;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var answer = await knowledge.OrderDayAsync(turn.Retailer!.License, turn.Today, cancellationToken);
        if (answer is null)
        {
            return Decision.Say(phrases.For(turn.Channel).Say(Sentences.LicenseGone));
        }

        return Decision.Say(phrases.For(turn.Channel).Say(
            answer.Next == turn.Today ? Sentences.OrderDayToday : Sentences.OrderDay,
            ("rule", answer.OrderDay.Rule()), ("next", turn.DayOf(answer.Next)), ("asOf", turn.Moment(answer.AsOf))));
    }
}
