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

/// <summary>
/// Complaints: the numbers, the offer to record it now, a ticket number, its status. A complaint goes to the supervisor,
/// never to the manager, whom it may be about.
/// </summary>
internal sealed partial class ComplaintSkill : ISkill
{
    private const int LeastDraft = 8;
    private const int MostText = 500;
    private const int MostEcho = 60;
    private const int MostEchoBySms = 20;
    private const int MostFiles = 9;
    private const int ShortWords = 24;
    private const int JustACommand = 6;

    private static readonly TimeSpan FormLasts = TimeSpan.FromMinutes(30);

    private readonly KnowledgeBase _knowledge;
    private readonly HotlineSkill _hotlines;
    private readonly TicketStore _tickets;
    private readonly PhraseBook _phrases;
    private readonly WorkingHours _hours;
    private readonly TimeSpan _within;

    public ComplaintSkill(
        KnowledgeBase knowledge, HotlineSkill hotlines, TicketStore tickets, PhraseBook phrases, IOptions<HandoffOptions> options)
    {
        (_knowledge, _hotlines, _tickets, _phrases) = (knowledge, hotlines, tickets, phrases);
        _hours = options.Value.WorkingHours.ToWorkingHours();
        _within = options.Value.ComplaintWithin;
    }

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
            return Status(turn, await _tickets.LatestComplaintAsync(
                turn.Conversation.Retailer, turn.Conversation.Key, cancellationToken));
        }

        var draft = turn.Words.Trim() is { Length: >= LeastDraft } words ? Cut(words) : null;
        var numbers = await _hotlines.PartsAsync(turn, cancellationToken);
        return Decision.Say([.. Offer(turn, draft, numbers)]).With(Opened(turn, new Form.ComplaintText(draft) { ExpiresAt = turn.At }));
    }

    /// <summary>
    /// What to do comes first: on a short channel the numbers may have to wait for 更多. Heard, it comes last, before the tone.
    /// </summary>
    private IEnumerable<ReplyPart> Offer(Turn turn, string? draft, IReadOnlyList<ReplyPart> numbers)
    {
        var said = _phrases.For(turn.Channel);
        var offer = draft is null
            ? said.Part(Sentences.ComplaintOffer)
            : said.Part(Sentences.ComplaintConfirm, ("text", Cut(draft, turn.IsTerse() ? MostEchoBySms : MostEcho)));
        return turn.IsHeard() ? [numbers[0], offer] : [offer, .. numbers];
    }

    /// <summary>Keeps a photo for the complaint, or takes a recording as the complaint itself.</summary>
    internal async ValueTask<Decision> TakeEnclosureAsync(Turn turn, Form.ComplaintText form, CancellationToken cancellationToken)
    {
        if (Enclosure.IsRecording(turn))
        {
            return await RecordAsync(turn, form, Wording.Lines(form.Draft, _phrases.Say(Sentences.Recording)), cancellationToken);
        }

        return form.Draft is { } draft
            ? await RecordAsync(turn, form, draft, cancellationToken)
            : Decision.Say(_phrases.For(turn.Channel).Say(Sentences.ComplaintPhoto)).With(Opened(turn, form)) with
            {
                Intent = Intent.Complaint,
            };
    }

    /// <summary>The form goes on, with what the message brought.</summary>
    private static ConversationEvent.FormChanged Opened(Turn turn, Form.ComplaintText form)
    {
        var enclosure = Enclosure.Of(turn.Message);
        var (files, references) = ((form.Files ?? []).Concat(enclosure.Files), Wording.Lines(form.References, enclosure.Reference));
        return new ConversationEvent.FormChanged(form with
        {
            ExpiresAt = turn.At + FormLasts,
            Files = files.Take(MostFiles).ToList() is { Count: > 0 } kept ? kept : null,
            References = references.Length > 0 ? Cut(references) : null,
        });
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
            return Decision.Say(_phrases.For(turn.Channel).Say(Sentences.ComplaintDropped)).With(new ConversationEvent.FormChanged(null));
        }

        if (TicketIn(turn) is not null || AsksSomethingElse(turn))
        {
            return null;
        }

        if (form.Draft is null && Yes.Is(words))
        {
            return Decision.Say(_phrases.For(turn.Channel).Say(Sentences.ComplaintTell)) with { Intent = Intent.Complaint };
        }

        var text = (form.Draft, Yes.Is(words)) switch
        {
            ({ } draft, true) => draft,
            ({ } draft, false) => Cut($"{draft}\n{words}"),
            (null, _) => Cut(words),
        };
        return await RecordAsync(turn, form, text, cancellationToken);
    }

    private async ValueTask<Decision> RecordAsync(
        Turn turn, Form.ComplaintText form, string text, CancellationToken cancellationToken)
    {
        var supervisor = turn.Retailer is { } retailer
            ? (await _knowledge.OfficersAsync(retailer.License, cancellationToken)).Supervisor
            : null;
        var whole = (Form.ComplaintText)Opened(turn, form).Form!;
        var ticket = new Ticket(
            Ticket.NumberFor(turn.Seq, turn.Today), TicketKind.Complaint, turn.Retailer?.License, supervisor?.Number,
            Wording.Lines(text, whole.References), turn.At, _hours.After(turn.At, _within)) { Attachments = whole.Files ?? [] };
        var words = _phrases.For(turn.Channel).Say(
            Sentences.ComplaintDone, ("number", ticket.Number), ("due", turn.Moment(ticket.DueAt)));
        return Decision.Say(words).With(
            new ConversationEvent.FormChanged(null),
            new ConversationEvent.TicketOpened(ticket.Number, ticket.Kind.ToString())) with
        {
            Reply = Reply.OfText(words) with { Notice = Notices.Ticket(ticket.Number) },
            Ticket = ticket,
            Handoff = true,
            Intent = Intent.Complaint,
        };
    }

    private async ValueTask<Decision> StatusAsync(Turn turn, string number, CancellationToken cancellationToken)
    {
        var found = await _tickets.FindOwnAsync(number, turn.Conversation.Retailer, turn.Conversation.Key, cancellationToken);
        return found is null
            ? Decision.Say(_phrases.For(turn.Channel).Say(Sentences.TicketUnknown, ("number", number)))
            : Status(turn, found);
    }

    private Decision Status(Turn turn, TicketState? found)
    {
        var said = _phrases.For(turn.Channel);
        return Decision.Say(found?.Ticket is { } ticket
            ? said.Say(
                found.Status == TicketStatus.Open ? Sentences.TicketOpen : Sentences.TicketClosed,
                ("number", ticket.Number), ("created", turn.Moment(ticket.CreatedAt)), ("due", turn.Moment(ticket.DueAt)))
            : said.Say(Sentences.TicketNone));
    }

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
