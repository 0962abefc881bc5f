using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Handoff;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Tickets;
using ServiceBot.Bot.Understanding;
using ServiceBot.Channels.Contracts;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>Hands over to the retailer's own manager: records the call back and says who will call and by when.</summary>
internal sealed partial class HumanHandoffSkill(
    KnowledgeBase knowledge, HotlineSkill hotlines, PhoneHandoff phone, PhraseBook phrases, IOptions<HandoffOptions> options) : ISkill
{
    private static readonly TimeSpan OfferLasts = TimeSpan.FromMinutes(30);

    private readonly WorkingHours _hours = options.Value.WorkingHours.ToWorkingHours();

    /// <inheritdoc/>
    public Intent Intent => Intent.HumanHandoff;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public ValueTask<Decision> AnswerAsync(Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken) =>
        turn.Retailer is not null && turn.IsHeard() && !Complains().IsMatch(turn.Words)
            ? phone.AnswerAsync(turn, cancellationToken)
            : RecordAsync(turn, turn.Words, cancellationToken);

    /// <summary>Offers a person after two misunderstandings.</summary>
    public async ValueTask<Decision> OfferAsync(Turn turn, CancellationToken cancellationToken) => turn.Retailer is null
        ? await StrangerAsync(turn, cancellationToken)
        : Decision.Say(phrases.For(turn.Channel).Say(Sentences.HandoffOffer)).With(new ConversationEvent.FormChanged(
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
            ? Decision.Say(phrases.For(turn.Channel).Say(Sentences.HandoffDeclined)).With(new ConversationEvent.FormChanged(null))
            : null;
    }

    /// <summary>Takes a recording as the message for the manager.</summary>
    internal async ValueTask<Decision> TakeRecordingAsync(Turn turn, CancellationToken cancellationToken) =>
        (await RecordAsync(turn, phrases.Say(Sentences.Recording), cancellationToken)).With(new ConversationEvent.FormChanged(null));

    private async ValueTask<Decision> RecordAsync(Turn turn, string question, CancellationToken cancellationToken)
    {
        if (turn.Retailer is not { } retailer)
        {
            return await StrangerAsync(turn, cancellationToken);
        }

        // A complaint, which may be about the manager, never reaches the manager.
        var officers = await knowledge.OfficersAsync(retailer.License, cancellationToken);
        var isComplaint = Complains().IsMatch(question);
        var manager = isComplaint ? null : officers.Manager;
        var enclosure = Enclosure.Of(turn.Message);
        var ticket = new Ticket(
            Ticket.NumberFor(turn.Seq, turn.Today), TicketKind.CallBack, retailer.License,
            isComplaint ? officers.Supervisor?.Number : manager?.Number,
            Wording.Lines(question, enclosure.Reference),
            turn.At, _hours.After(turn.At, options.Value.ClaimWithin)) { Attachments = enclosure.Files };
        return new Decision
        {
            Reply = new Reply(Done(turn, ticket, manager)) { Notice = Notices.Ticket(ticket.Number) },
            Ticket = ticket,
            Handoff = true,
            Intent = Intent.HumanHandoff,
        }.With(new ConversationEvent.TicketOpened(ticket.Number, ticket.Kind.ToString()));
    }

    /// <summary>What was recorded; on a screen also the manager's number, for what cannot wait.</summary>
    private ReplyPart[] Done(Turn turn, Ticket ticket, StaffMember? manager)
    {
        var said = phrases.For(turn.Channel);
        var done = said.Part(
            manager is null ? Sentences.HandoffDoneNoManager : Sentences.HandoffDone,
            ("manager", manager?.Name), ("due", turn.Moment(ticket.DueAt)), ("number", ticket.Number));
        return manager is { Phone.Length: > 0 } && !turn.IsHeard()
            ? [done, said.Part(Sentences.HandoffUrgent), Officer.Call(manager)]
            : [done];
    }

    [GeneratedRegex("投诉|举报|告状|态度|不满意|不负责|不作为|收钱|要钱|索要|骂|刁难|威胁")]
    private static partial Regex Complains();

    private async ValueTask<Decision> StrangerAsync(Turn turn, CancellationToken cancellationToken) => Decision.Say(
    [
        phrases.For(turn.Channel).Part(Sentences.HandoffStranger), .. await hotlines.PartsAsync(turn, cancellationToken),
    ]) with { Handoff = true };
}
