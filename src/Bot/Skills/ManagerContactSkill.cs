using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Who looks after the retailer: the three officers (三员). On the phone the manager is put through.</summary>
internal sealed class ManagerContactSkill(KnowledgeBase knowledge, PhoneHandoff phone, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.ManagerContact;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        if (turn.IsHeard())
        {
            return await phone.AnswerAsync(turn, cancellationToken);
        }

        var said = phrases.For(turn.Channel);
        var officers = await knowledge.OfficersAsync(turn.Retailer!.License, cancellationToken);
        StaffMember?[] three = [officers.Manager, officers.Inspector, officers.Driver];
        var parts = three.OfType<StaffMember>().Select(Officer.Part).ToList();
        return parts.Count == 0
            ? Decision.Say(said.Say(Sentences.OfficersNone))
            : Decision.Say([said.Part(Sentences.Officers), .. parts]);
    }
}
