using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ServiceBot.Bot.Binding;
using ServiceBot.Bot.Phrases;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.Pages.SignIn;

/// <summary>The second step: the code. Without the first there is nothing here.</summary>
[RequestSizeLimit(LicencePage.MostBytes)]
internal sealed class CodePage(SignIns signIns, PhraseBook phrases, IHostEnvironment environment) : PageModel
{
    private const int CodeDigits = 6;

    private LicenseNumber _license;

    /// <summary>The code as it was typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>The page that signing in leads to.</summary>
    [FromQuery]
    public string? ReturnTo { get; set; }

    /// <summary>What is wrong, in words; null when nothing is.</summary>
    public string? Fault { get; private set; }

    /// <summary>True while a code may be typed.</summary>
    public bool IsOpen { get; private set; } = true;

    /// <summary>True while another code may be asked for.</summary>
    public bool MayResend { get; private set; } = true;

    /// <summary>Which licence it is for, as it was typed, so that a slip is seen: whether there is such a one is not told.</summary>
    public string Sent => phrases.Say(
        Sentences.SignInCodeSent, ("license", Grouped(_license.Value)), ("minutes", (int)BindingCodes.Lifetime.TotalMinutes));

    /// <summary>Where signing in leads.</summary>
    public string Back => SignInPaths.Local(ReturnTo);

    /// <summary>True in Development, where codes are shown and not sent.</summary>
    public bool IsDevelopment => environment.IsDevelopment();

    private string Secret => BrowserCookie.SignIn.Read(HttpContext) ?? "";

    /// <summary>Who has no sign-in under way begins one.</summary>
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await signIns.LicenseOfAsync(Secret, HttpContext.RequestAborted) is not { } license)
        {
            context.Result = LocalRedirect(SignInPaths.SignIn(Back, SignInReason.CodeOver));
            return;
        }

        _license = license;
        await next();
    }

    /// <summary>Shows the form.</summary>
    public IActionResult OnGet() => Page();

    /// <summary>Takes a code.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Digits.Of(Code) is not { Length: CodeDigits } code)
        {
            return Say(phrases.Say(Sentences.SignInCodeShape));
        }

        switch (await signIns.FinishAsync(Secret, code, ClientAddress.KeyOf(HttpContext), cancellationToken))
        {
            case CodeOutcome.Right right:
                return SignedIn(right.Secret);
            case CodeOutcome.Wrong { Left: > 0 } wrong:
                return Say(phrases.Say(Sentences.SignInCodeWrong, ("left", wrong.Left)));
            case CodeOutcome.Locked:
                return Close(Sentences.SignInLocked, mayResend: false);
            case CodeOutcome.Wrong:
                return Close(Sentences.SignInCodeSpent, mayResend: true);
            default:
                return LocalRedirect(SignInPaths.SignIn(Back, SignInReason.CodeOver));
        }
    }

    /// <summary>Sends another code; the one before is no longer good.</summary>
    public async Task<IActionResult> OnPostResendAsync(CancellationToken cancellationToken)
    {
        var begun = await signIns.BeginAsync(_license, ClientAddress.KeyOf(HttpContext), Secret, cancellationToken);
        if (begun is not SignInBegun.Waiting waiting)
        {
            MayResend = false;
            IsOpen = begun is SignInBegun.TooOften;
            return Say(phrases.Say(LicencePage.Refusal(begun)));
        }

        BrowserCookie.SignIn.Write(HttpContext, waiting.Secret, BindingCodes.Lifetime);
        return LocalRedirect(SignInPaths.With(SignInPaths.Code, Back));
    }

    private LocalRedirectResult SignedIn(string secret)
    {
        BrowserCookie.SignIn.Remove(HttpContext);
        BrowserCookie.Session.Write(HttpContext, secret, WebSessions.Lifetime);
        return LocalRedirect(Back);
    }

    private PageResult Close(Phrase why, bool mayResend)
    {
        (IsOpen, MayResend) = (false, mayResend);
        return Say(phrases.Say(why));
    }

    private PageResult Say(string fault)
    {
        Fault = fault;
        return Page();
    }

    private static string Grouped(string license) => $"{license[..4]} {license[4..8]} {license[8..]}";
}
