using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.Home;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>The home screen; a welcome without any figure or product for who is not signed in.</summary>
internal sealed class IndexModel(HomeReader reader, KnowledgeBase knowledge) : PageModel
{
    /// <summary>The visitor's screen; null for a stranger.</summary>
    public HomeView? Home { get; private set; }

    /// <summary>True for a visitor whose licence left the tables.</summary>
    public bool LicenseGone { get; private set; }

    /// <summary>The hotlines, open to everyone.</summary>
    public IReadOnlyList<Hotline> Hotlines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        // The page is open to strangers, so that nobody has asked the scheme yet.
        if (await HttpContext.AuthenticateAsync(Visitor.Scheme) is { Succeeded: true, Principal: { } principal })
        {
            HttpContext.User = principal;
            Home = await reader.ReadAsync(Visitor.Of(principal), cancellationToken);
            LicenseGone = Home is null;
        }

        if (Home is null)
        {
            Hotlines = await knowledge.HotlinesAsync(cancellationToken);
        }
    }
}
