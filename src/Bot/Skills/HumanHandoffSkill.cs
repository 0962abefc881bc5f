using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Handoff;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Tickets;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Hands over to the retailer's own manager: records the call back and says who will call and by when.</summary>
internal sealed partial class HumanHandoffSkill(
    KnowledgeBase knowledge, HotlineSkill hotlines, PhraseBook phrases, IOptions<HandoffOptions> options) : ISkill
{
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(30);

    private readonly WorkingHours _hours = options.Value.WorkingHours.ToWorkingHours();

    /// <inheritdoc/>
    public Intent Intent => Intent.HumanHandoff;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public ValueTask<Decision> AnswerAsync(Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) =>
        RecordAsync(turn, turn.Words, cancellationToken);

    /// <summary>Offers a person after two misunderstandings.</summary>
    public async ValueTask<Decision> OfferAsync(Turn turn, CancellationToken cancellationToken) => turn.Retailer is null
        ? await StrangerAsync(cancellationToken)
        : Decision.Say(phrases.Say(Sentences.HandoffOffer)).With(new ConversationEvent.FormChanged(
            new Form.CallBackOffer(turn.Words) { ExpiresAt = turn.At + OfferLasts })) with { Handoff = true };

    /// <summary>Takes the answer to the offer; null when the retailer just went on.</summary>
    internal async ValueTask<Decision?> ContinueAsync(Turn turn, Form.CallBackOffer offer, CancellationToken cancellationToken)
    {
        var words = turn.Understood?.Text ?? "";
        if (Yes.Is(words))
        {
            return (await RecordAsync(turn, offer.Question, cancellationToken)).With(new ConversationEvent.FormChanged(null));
        }

        return Yes.IsNo(words)
            ? Decision.Say(phrases.Say(Sentences.HandoffDeclined)).With(new ConversationEvent.FormChanged(null))
            : null;
    }

    private async ValueTask<Decision> RecordAsync(Turn turn, string question, CancellationToken cancellationToken)
    {
        if (turn.Retailer is not { } retailer)
        {
            return await StrangerAsync(cancellationToken);
        }

        // A complaint, which may be about the manager, never reaches the manager.
        var officers = await knowledge.OfficersAsync(retailer.License, cancellationToken);
        var isComplaint = Complains().IsMatch(question);
        var manager = isComplaint ? null : officers.Manager;
        var ticket = new Ticket(
            Ticket.NumberFor(turn.Seq, turn.Today), TicketKind.CallBack, retailer.License,
            isComplaint ? officers.Supervisor?.Number : manager?.Number, question,
            turn.At, _hours.After(turn.At, options.Value.ClaimWithin));
        var words = phrases.Say(
            manager is null ? Sentences.HandoffDoneNoManager : Sentences.HandoffDone,
            ("manager", manager?.Name), ("phone", manager?.Phone), ("due", ticket.DueAt.Minute()), ("number", ticket.Number));
        return Decision.Say(words).With(new ConversationEvent.TicketOpened(ticket.Number, ticket.Kind.ToString())) with
        {
            Ticket = ticket,
            Handoff = true,
            Intent = Intent.HumanHandoff,
        };
    }

    [GeneratedRegex("投诉|举报|告状|态度|不满意|不负责|不作为|收钱|要钱|索要|骂|刁难|威胁")]
    private static partial Regex Complains();

    private async ValueTask<Decision> StrangerAsync(CancellationToken cancellationToken) => Decision.Say(Wording.Lines(
        phrases.Say(Sentences.HandoffStranger), await hotlines.LinesAsync(cancellationToken))) with { Handoff = true };
}
