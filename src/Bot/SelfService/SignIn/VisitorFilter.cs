using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// What every page does before it shows anything: whose session has just ended is told so, on the pages for everyone too;
/// and who opens the pages inside a channel's own app is signed in by it without typing.
/// </summary>
internal sealed class VisitorFilter : IAsyncResourceFilter
{
    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (EndedNow(http) && !http.Request.Path.StartsWithSegments(SignInPaths.Licence) && !http.Request.Path.StartsWithSegments(ErrorPages.Path))
        {
            context.Result = new ChallengeResult(Visitor.Scheme);
            return;
        }

        if (http.RequestServices.GetRequiredService<AppSignIn>().IsWorthTrying(http))
        {
            context.Result = new LocalRedirectResult(SignInPaths.With(SignInPaths.App, AppSignIn.ReturnTo(http.Request)));
            return;
        }

        await next();
    }

    private static bool EndedNow(HttpContext context) =>
        context.Features.Get<IAuthenticateResultFeature>()?.AuthenticateResult?.Failure is not null;
}
