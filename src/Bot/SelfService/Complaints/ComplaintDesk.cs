using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.Skills;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Complaints;

/// <summary>What became of a complaint form: a ticket's number, or the fault in words.</summary>
internal sealed record ComplaintOutcome(string? Number, string? Fault);

/// <summary>Takes complaint forms: checks them, keeps their photos and opens the ticket.</summary>
internal sealed class ComplaintDesk(
    ComplaintRouting routing, WebComplaints complaints, IAttachments attachments, PhraseBook phrases, TimeProvider time)
{
    /// <summary>Takes a visitor's form.</summary>
    public async Task<ComplaintOutcome> TakeAsync(Visitor visitor, ComplaintForm form, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(form.Id, "N", out var id))
        {
            return Refuse(Sentences.WebFaultForm);
        }

        if (FaultOf(form) is { } fault)
        {
            return new ComplaintOutcome(null, fault);
        }

        var photos = await ReadAsync(form, cancellationToken);
        return photos.Contains(null)
            ? Refuse(Sentences.WebFaultKind)
            : await OpenAsync(visitor, id, form.Words, [.. photos.OfType<AttachedFile>()], cancellationToken);
    }

    private string? FaultOf(ComplaintForm form)
    {
        var photos = form.Photos ?? [];
        return form switch
        {
            { Words.Length: 0 } => phrases.Say(Sentences.WebFaultEmpty),
            { Words.Length: > ComplaintSkill.MostText } => phrases.Say(Sentences.WebFaultLong, ("most", ComplaintSkill.MostText)),
            _ when photos.Count > ComplaintForm.MostPhotos =>
                phrases.Say(Sentences.WebFaultMany, ("most", ComplaintForm.MostPhotos)),
            _ when photos.Any(photo => photo.Length > ComplaintForm.MostPhotoBytes) =>
                phrases.Say(Sentences.WebFaultBig, ("megabytes", ComplaintForm.MostPhotoMegabytes)),
            _ => null,
        };
    }

    /// <summary>The photos; null for a file that is none.</summary>
    private static async Task<List<AttachedFile?>> ReadAsync(ComplaintForm form, CancellationToken cancellationToken)
    {
        var photos = new List<AttachedFile?>();
        foreach (var file in form.Photos ?? [])
        {
            using var bytes = new MemoryStream((int)file.Length);
            await file.CopyToAsync(bytes, cancellationToken);
            var content = bytes.ToArray();
            photos.Add(PhotoKind.Of(content) is { } type ? new AttachedFile(type, null, content) : null);
        }

        return photos;
    }

    private async Task<ComplaintOutcome> OpenAsync(
        Visitor visitor, Guid form, string words, IReadOnlyList<AttachedFile> photos, CancellationToken cancellationToken)
    {
        var key = WebComplaints.KeyOf(visitor, form);
        if (await complaints.FindAsync(key, visitor, cancellationToken) is { } before)
        {
            return new ComplaintOutcome(before, null);
        }

        var ids = new List<string>(photos.Count);
        foreach (var photo in photos)
        {
            ids.Add(await attachments.KeepAsync(key, photo, cancellationToken));
        }

        var at = time.GetUtcNow();
        var staff = await routing.StaffNumberAsync(visitor.License, cancellationToken);
        var draft = new Ticket("", TicketKind.Complaint, visitor.License, staff, words, at, routing.DueAfter(at)) { Attachments = ids };
        return new ComplaintOutcome(await complaints.OpenAsync(key, visitor, draft, cancellationToken), null);
    }

    private ComplaintOutcome Refuse(Phrase sentence) => new(null, phrases.Say(sentence));
}
