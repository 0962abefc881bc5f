using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.Pages.SignIn;
using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.SelfService.Pages;

/// <summary>Signs out: here, or wherever one is signed in.</summary>
[RequestSizeLimit(LicencePage.MostBytes)]
internal sealed class SignOutPage(WebSessions sessions) : PageModel
{
    // Who signs out inside the app would else be signed in again by the next page.
    private static readonly TimeSpan LeftAlone = TimeSpan.FromDays(1);

    /// <summary>How many browsers are signed in.</summary>
    public int Devices { get; private set; }

    /// <summary>Asks.</summary>
    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Devices = await sessions.CountAsync(Visitor.Of(User).License, cancellationToken);

    /// <summary>Signs this browser out.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAsync(BrowserCookie.Session.Read(HttpContext)!, cancellationToken);
        return Gone();
    }

    /// <summary>Signs every browser of this licence out.</summary>
    public async Task<IActionResult> OnPostEverywhereAsync(CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(Visitor.Of(User).License, cancellationToken);
        return Gone();
    }

    private LocalRedirectResult Gone()
    {
        BrowserCookie.Session.Remove(HttpContext);
        BrowserCookie.AppTried.Write(HttpContext, "1", LeftAlone);
        return LocalRedirect(SignInPaths.SignIn(SignInPaths.Home, SignInReason.Out));
    }
}
