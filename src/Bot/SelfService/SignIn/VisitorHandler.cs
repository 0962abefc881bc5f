using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using ServiceBot.Bot.Binding;
using ServiceBot.Knowledge;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// The scheme of the self-service pages. At each request the retailer's current row is read: a shop that changed hands, a
/// phone that changed or a licence that left the table ends the session there and then.
/// </summary>
internal sealed class VisitorHandler(
    WebSessions sessions,
    KnowledgeBase knowledge,
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    private SignInReason? _ended;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (BrowserCookie.Session.Read(Context) is not { } secret)
        {
            return AuthenticateResult.NoResult();
        }

        if (await sessions.FindAsync(secret, Context.RequestAborted) is not { } session)
        {
            return Ended(SignInReason.Expired);
        }

        var retailer = await knowledge.RetailerAsync(session.Visitor.License, Context.RequestAborted);
        if (retailer is null || Holder.Of(retailer) != session.Visitor.Holder)
        {
            await sessions.EndAsync(secret, Context.RequestAborted);
            return Ended(SignInReason.Changed);
        }

        await sessions.SeeAsync(secret, session, Context.RequestAborted);
        return AuthenticateResult.Success(new AuthenticationTicket(session.Visitor.ToPrincipal(), Visitor.Scheme));
    }

    /// <summary>A page is sent to the sign-in; a script is told 401.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (_ended is not null)
        {
            BrowserCookie.Session.Remove(Context);
        }

        if (!BrowserRequests.WantsPage(Request))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            return Task.CompletedTask;
        }

        Response.Redirect(SignInPaths.SignIn(SignInPaths.ReturnTo(Request), _ended));
        return Task.CompletedTask;
    }

    private AuthenticateResult Ended(SignInReason reason)
    {
        _ended = reason;
        return AuthenticateResult.Fail("The session is over.");
    }
}
