using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>The retailer's delivery day and driver (送货).</summary>
internal sealed class DeliverySkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.Delivery;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var said = phrases.For(turn.Channel);
        var license = turn.Retailer!.License;
        var answer = await knowledge.OrderDayAsync(license, turn.Today, cancellationToken);
        var driver = (await knowledge.OfficersAsync(license, cancellationToken)).Driver;
        return Decision.Say(Wording.Lines(
            answer is { DeliveryDay: { } day, NextDelivery: { } next }
                ? said.Say(Sentences.Delivery, ("day", day.Name()), ("date", turn.DayOf(next)), ("asOf", turn.Moment(answer.AsOf)))
                : said.Say(Sentences.DeliveryUnknown),
            driver is null ? null : said.Say(Sentences.DeliveryDriver, ("name", driver.Name), ("phone", driver.Phone))));
    }
}
