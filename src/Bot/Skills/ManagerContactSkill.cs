using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Who looks after the retailer: the three officers (三员).</summary>
internal sealed class ManagerContactSkill(KnowledgeBase knowledge, PhraseBook phrases) : ISkill
{
    /// <inheritdoc/>
    public Intent Intent => Intent.ManagerContact;

    /// <inheritdoc/>
    public bool ForRetailersOnly => true;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        var officers = await knowledge.OfficersAsync(turn.Retailer!.License, cancellationToken);
        StaffMember?[] three = [officers.Manager, officers.Inspector, officers.Driver];
        var lines = three.OfType<StaffMember>().Select(officer => phrases.Say(
            Sentences.OfficerLine, ("role", officer.Role.Name()), ("name", officer.Name), ("phone", officer.Phone))).ToList();
        return Decision.Say(lines.Count == 0
            ? phrases.Say(Sentences.OfficersNone)
            : Wording.Lines(lines.Prepend(phrases.Say(Sentences.Officers))));
    }
}
