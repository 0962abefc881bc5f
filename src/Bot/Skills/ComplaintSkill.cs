using System.Text.RegularExpressions;
using ServiceBot.Bot.Conversations;
using ServiceBot.Bot.Dialog;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Tickets;
using ServiceBot.Bot.Understanding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.Skills;

/// <summary>
/// Complaints: the numbers, the offer to record it now, a ticket number, its status. A complaint goes to the supervisor,
/// never to the manager, whom it may be about.
/// </summary>
internal sealed partial class ComplaintSkill : ISkill
{
    /// <summary>Longest complaint, in characters.</summary>
    internal const int MostText = 500;

    private const int LeastDraft = 8;
    private const int MostEcho = 60;
    private const int ShortWords = 24;
    private const int JustACommand = 6;

    private static readonly TimeSpan FormLasts = TimeSpan.FromMinutes(30);

    private readonly ComplaintRouting _routing;
    private readonly HotlineSkill _hotlines;
    private readonly TicketStore _tickets;
    private readonly PhraseBook _phrases;

    public ComplaintSkill(ComplaintRouting routing, HotlineSkill hotlines, TicketStore tickets, PhraseBook phrases) =>
        (_routing, _hotlines, _tickets, _phrases) = (routing, hotlines, tickets, phrases);

    /// <inheritdoc/>
    public Intent Intent => Intent.Complaint;

    /// <inheritdoc/>
    public bool ForRetailersOnly => false;

    /// <inheritdoc/>
    public async ValueTask<Decision> AnswerAsync(
        Turn turn, IReadOnlyList<Product> products, CancellationToken cancellationToken)
    {
        if (TicketIn(turn) is { } number)
        {
            return await StatusAsync(turn, number, cancellationToken);
        }

        if (AsksProgress().IsMatch(turn.Words) && turn.Words.Length <= ShortWords)
        {
            return Status(await _tickets.LatestComplaintAsync(
                turn.Conversation.Retailer, turn.Conversation.Key, cancellationToken));
        }

        var draft = turn.Words.Trim() is { Length: >= LeastDraft } words ? Cut(words) : null;
        var lines = await _hotlines.LinesAsync(cancellationToken);
        var offer = draft is null
            ? _phrases.Say(Sentences.ComplaintOffer)
            : _phrases.Say(Sentences.ComplaintConfirm, ("text", Cut(draft, MostEcho)));
        
        // What to do comes first: on a short channel the numbers may have to wait for 更多.
        return Decision.Say(Wording.Lines(offer, lines)).With(new ConversationEvent.FormChanged(
            new Form.ComplaintText(draft) { ExpiresAt = turn.At + FormLasts }));
    }

    /// <summary>Takes the words of the complaint, or the yes to those that were there.</summary>
    internal async ValueTask<Decision?> ContinueAsync(Turn turn, Form.ComplaintText form, CancellationToken cancellationToken)
    {
        var words = turn.Words.Trim();
        if (words.Length == 0)
        {
            return null;
        }

        if (Yes.IsNo(words))
        {
            return Decision.Say(_phrases.Say(Sentences.ComplaintDropped)).With(new ConversationEvent.FormChanged(null));
        }

        if (TicketIn(turn) is not null || AsksSomethingElse(turn))
        {
            return null;
        }

        if (form.Draft is null && Yes.Is(words))
        {
            return Decision.Say(_phrases.Say(Sentences.ComplaintTell)) with { Intent = Intent.Complaint };
        }

        var text = (form.Draft, Yes.Is(words)) switch
        {
            ({ } draft, true) => draft,
            ({ } draft, false) => Cut($"{draft}\n{words}"),
            (null, _) => Cut(words),
        };
        return await RecordAsync(turn, text, cancellationToken);
    }

    private async ValueTask<Decision> RecordAsync(Turn turn, string text, CancellationToken cancellationToken)
    {
        var license = turn.Retailer?.License;
        var ticket = new Ticket(
            Ticket.NumberFor(turn.Seq, turn.Today), TicketKind.Complaint, license,
            await _routing.StaffNumberAsync(license, cancellationToken), text, turn.At, _routing.DueAfter(turn.At));
        var words = _phrases.Say(Sentences.ComplaintDone, ("number", ticket.Number), ("due", ticket.DueAt.Minute()));
        return Decision.Say(words).With(
            new ConversationEvent.FormChanged(null),
            new ConversationEvent.TicketOpened(ticket.Number, ticket.Kind.ToString())) with
        {
            Ticket = ticket,
            Handoff = true,
            Intent = Intent.Complaint,
        };
    }

    private async ValueTask<Decision> StatusAsync(Turn turn, string number, CancellationToken cancellationToken)
    {
        var found = await _tickets.FindOwnAsync(number, turn.Conversation.Retailer, turn.Conversation.Key, cancellationToken);
        return found is null ? Decision.Say(_phrases.Say(Sentences.TicketUnknown, ("number", number))) : Status(found);
    }

    private Decision Status(TicketState? found) => Decision.Say(found switch
    {
        null => _phrases.Say(Sentences.TicketNone),
        { Status: TicketStatus.Open } => _phrases.Say(
            Sentences.TicketOpen,
            ("number", found.Ticket.Number), ("created", found.Ticket.CreatedAt.Minute()), ("due", found.Ticket.DueAt.Minute())),
        _ => _phrases.Say(
            Sentences.TicketClosed, ("number", found.Ticket.Number), ("created", found.Ticket.CreatedAt.Minute())),
    });

    /// <summary>A clear other question in the middle of the form is answered; the form stays open.</summary>
    private static bool AsksSomethingElse(Turn turn) =>
        turn.Understood is { Confidence: > 0.8, Text.Length: < 20 } understood
        && (understood.Intent is not (Intent.Complaint or Intent.OutOfScope or Intent.Faq or Intent.Delivery or Intent.HumanHandoff)
            || understood is { Intent: Intent.HumanHandoff, Text.Length: <= JustACommand });

    /// <summary>A ticket's number in a message of little else; in a story it may be an office's telephone.</summary>
    private static string? TicketIn(Turn turn) => turn.Understood is { Text.Length: <= ShortWords } understood
        ? understood.Entities.OfType<Entity.TicketNamed>().FirstOrDefault()?.Text
        : null;

    [GeneratedRegex("进度|处理(?:得|的)?(?:怎么样|怎样|好了|完了|了没|了吗)|有(?:没有)?(?:结果|答复|回复)")]
    private static partial Regex AsksProgress();

    /// <summary>At most so many characters, and never half of one.</summary>
    private static string Cut(string text, int most = MostText) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)];
}
