using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Is there enough in the settlement account before the deduction (电子结算)?</summary>
internal sealed class SettlementSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.SettlementBalance;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var said = phrases.For(turn.Channel);
        if (!IsForBalance(turn, turn.Retailer!))
        {
            return Decision.Say(said.Say(Sentences.SettlementElsewhere));
        }

        return await knowledge.SettlementAsync(turn.Retailer!.License, turn.At, cancellationToken) is { } position
            ? new SettlementWording(said, turn).Answer(position)
            : Decision.Say(said.Say(Sentences.SettlementNone));
    }

    /// <summary>By text message and by phone the balance goes to the registered number only, whatever else is bound.</summary>
    private static bool IsForBalance(Turn turn, Retailer retailer) =>
        turn.Channel is not (ChannelNames.Sms or ChannelNames.Voice) || turn.Message.Phone == retailer.Phone;
}
