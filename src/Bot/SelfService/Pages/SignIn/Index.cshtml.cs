using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Pages.SignIn;

/// <summary>The first step: a licence number.</summary>
[RequestSizeLimit(MostBytes)]
internal sealed class LicencePage(SignIns signIns, AppSignIn app, PhraseBook phrases, IHostEnvironment environment) : PageModel
{
    /// <summary>The longest form of the sign-in, in bytes.</summary>
    public const int MostBytes = 16 * 1024;

    /// <summary>The number as it was typed.</summary>
    [BindProperty]
    public string? License { get; set; }

    /// <summary>The page that signing in leads to.</summary>
    [FromQuery]
    public string? ReturnTo { get; set; }

    /// <summary>What is wrong with the number, in words; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>Why one has to sign in again; null when there is no reason to tell.</summary>
    public string? Why => Enum.TryParse<SignInReason>(Request.Query["why"], ignoreCase: true, out var reason)
        ? Reason(reason)
        : null;

    /// <summary>Where signing in leads.</summary>
    public string Back => SignInPaths.Local(ReturnTo);

    /// <summary>True when the page is open inside a channel's own app.</summary>
    public bool IsInApp => app.IsOffered(HttpContext);

    /// <summary>The way through that app.</summary>
    public string AppLink => SignInPaths.With(SignInPaths.App, Back);

    /// <summary>True in Development, where codes are shown and not sent.</summary>
    public bool IsDevelopment => environment.IsDevelopment();

    /// <summary>Shows the form; who is signed in already goes on.</summary>
    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? LocalRedirect(Back) : Page();

    /// <summary>Sends a code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!LicenseNumber.TryParse(Digits.Of(License), out var license))
        {
            return Say(Sentences.SignInLicenseShape);
        }

        var begun = await signIns.BeginAsync(
            license, ClientAddress.KeyOf(HttpContext), BrowserCookie.SignIn.Read(HttpContext), cancellationToken);
        if (begun is not SignInBegun.Waiting waiting)
        {
            return Say(Refusal(begun));
        }

        BrowserCookie.SignIn.Write(HttpContext, waiting.Secret, BindingCodes.Lifetime);
        return LocalRedirect(SignInPaths.With(SignInPaths.Code, Back));
    }

    /// <summary>The sentence for a sign-in that did not begin.</summary>
    internal static Phrase Refusal(SignInBegun begun) => begun switch
    {
        SignInBegun.TooOften => Sentences.SignInTooOften,
        SignInBegun.Locked => Sentences.SignInLocked,
        SignInBegun.Unavailable => Sentences.SignInUnavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(begun), begun, "Not a refusal."),
    };

    private PageResult Say(Phrase fault)
    {
        Fault = phrases.Say(fault);
        return Page();
    }

    private string Reason(SignInReason reason) => phrases.Say(reason switch
    {
        SignInReason.Expired => Sentences.SignInExpired,
        SignInReason.Changed => Sentences.SignInChanged,
        SignInReason.Out => Sentences.SignInOut,
        SignInReason.CodeOver => Sentences.SignInCodeOver,
        _ => Sentences.SignInUnbound,
    });
}
