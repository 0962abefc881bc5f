using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.SelfService.Pages.SignIn;

/// <summary>The way back from the app.</summary>
internal sealed class AppBackPage(AppSignIn app) : PageModel
{
    /// <summary>Signs in and goes on. A page that is loaded twice, as phones do, finds its visitor signed in already.</summary>
    public async Task<IActionResult> OnGetAsync(string? code, string? state, CancellationToken cancellationToken)
    {
        var (returnTo, isSignedIn) = await app.FinishAsync(HttpContext, code, state, cancellationToken);
        return isSignedIn || User.Identity?.IsAuthenticated == true
            ? LocalRedirect(returnTo)
            : LocalRedirect(SignInPaths.SignIn(returnTo, SignInReason.Unbound));
    }
}
