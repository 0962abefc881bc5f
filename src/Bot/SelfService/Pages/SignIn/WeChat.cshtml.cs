using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.SelfService.Pages.SignIn;

/// <summary>The way out to the app.</summary>
internal sealed class AppPage(AppSignIn app) : PageModel
{
    /// <summary>Sends the browser out; outside the app, to the ordinary form.</summary>
    public IActionResult OnGet(string? returnTo)
    {
        var back = SignInPaths.Local(returnTo);
        return app.Begin(HttpContext, back) is { } address
            ? Redirect(address.AbsoluteUri)
            : LocalRedirect(SignInPaths.SignIn(back));
    }
}
