using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using ServiceBot.Bot.SelfService.Complaints;
using ServiceBot.Bot.Tickets;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>A photo of a complaint, for the holder who sent it; for anyone else it is not there.</summary>
[Authorize(AuthenticationSchemes = Visitor.Scheme)]
internal sealed class ComplaintPhotoModel(TicketStore tickets, IAttachments attachments) : PageModel
{
    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(User);
        var own = await tickets.OfRetailerAsync(visitor.License, visitor.Holder, cancellationToken);
        if (!own.Any(ticket => ticket.Attachments.Contains(id))
            || await attachments.ReadAsync(id, cancellationToken) is not { } file
            || !PhotoKind.Known.Contains(file.ContentType))
        {
            return NotFound();
        }

        Response.Headers[HeaderNames.XContentTypeOptions] = "nosniff";
        Response.Headers[HeaderNames.CacheControl] = "private, no-store";
        return File(file.Bytes.ToArray(), file.ContentType);
    }
}
