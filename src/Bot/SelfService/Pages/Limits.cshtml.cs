using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.Limits;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>All limits of the visitor, to be searched by plain addresses.</summary>
[Authorize(AuthenticationSchemes = Visitor.Scheme)]
internal sealed class LimitsModel(LimitsReader reader) : PageModel
{
    /// <summary>What to show.</summary>
    public LimitsView? Limits { get; private set; }

    public async Task OnGetAsync(
        string? q, [FromQuery(Name = "class")] string? priceClass, [FromQuery(Name = "p")] string? page, CancellationToken cancellationToken)
    {
        var number = int.TryParse(page, out var parsed) ? parsed : 1;
        Limits = await reader.ReadAsync(
            Visitor.Of(User).License, LimitsQuery.Read(q, priceClass, number), LimitsReader.PageLines, cancellationToken);
    }
}
