using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.Complaints;
using ServiceBot.Bot.Tickets;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>The complaint form and what became of the visitor's tickets.</summary>
[Authorize(AuthenticationSchemes = Visitor.Scheme)]
[LargestForm(ComplaintForm.MostBytes)]
[RequestSizeLimit(ComplaintForm.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = ComplaintForm.MostBytes)]
internal sealed class ComplaintsModel(ComplaintDesk desk, TicketStore tickets, KnowledgeBase knowledge) : PageModel
{
    /// <summary>What was sent; an empty form at first.</summary>
    [BindProperty]
    public ComplaintForm Form { get; set; } = ComplaintForm.Create();

    /// <summary>What is wrong with the form, in words.</summary>
    public string? Fault { get; private set; }

    /// <summary>The ticket that was just opened.</summary>
    public OwnTicket? Done { get; private set; }

    /// <summary>The licence's own tickets, newest first.</summary>
    public IReadOnlyList<OwnTicket> Tickets { get; private set; } = [];

    /// <summary>The hotlines.</summary>
    public IReadOnlyList<Hotline> Hotlines { get; private set; } = [];

    public async Task OnGetAsync(string? done, CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        Done = Tickets.FirstOrDefault(ticket => ticket.Number == done);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var outcome = await desk.TakeAsync(Visitor.Of(User), Form, cancellationToken);
        if (outcome.Number is { } number)
        {
            return RedirectToPage(new { done = number });
        }

        Fault = outcome.Fault;
        Form = new ComplaintForm { Id = ComplaintForm.Create().Id, Text = Form.Text };
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var visitor = Visitor.Of(User);
        Tickets = await tickets.OfRetailerAsync(visitor.License, visitor.Holder, cancellationToken);
        Hotlines = await knowledge.HotlinesAsync(cancellationToken);
    }
}
