using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// Signing in through a channel's own app, as inside WeChat. The way out carries a state that only this browser can have
/// begun, once: somebody else's way back signs nobody in.
/// </summary>
internal sealed class AppSignIn(IEnumerable<IWebSignIn> apps, BoundConversations bound, WebSessions sessions)
{
    private const int MostCodeLetters = 512;
    private const char Between = '.';

    // The app's code is good for five minutes.
    private static readonly TimeSpan StateLifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan TriedLifetime = TimeSpan.FromMinutes(10);

    private readonly IWebSignIn? _app = apps.FirstOrDefault();

    /// <summary>True when the page is open inside the app.</summary>
    public bool IsOffered(HttpContext context) => _app?.IsOwnBrowser(context.Request.Headers.UserAgent.ToString()) == true;

    /// <summary>True when a stranger opens a page inside the app and the app was not asked a moment ago.</summary>
    public bool IsWorthTrying(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method)
        && context.Request.Path.Value is SignInPaths.Home or SignInPaths.Licence
        && !context.Request.Query.ContainsKey("why")
        && context.User.Identity?.IsAuthenticated != true
        && IsOffered(context)
        && BrowserCookie.AppTried.Read(context) is null;

    /// <summary>Where the page that was opened leads.</summary>
    public static string ReturnTo(HttpRequest request) =>
        request.Path == SignInPaths.Home ? SignInPaths.ReturnTo(request) : SignInPaths.Local(request.Query["returnTo"]);

    /// <summary>Where to send the browser; null outside the app.</summary>
    public Uri? Begin(HttpContext context, string returnTo)
    {
        if (!IsOffered(context))
        {
            return null;
        }

        var secret = BrowserSecret.Create();
        var back = WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(returnTo));
        BrowserCookie.AppState.Write(context, $"{secret}{Between}{back}", StateLifetime);
        BrowserCookie.AppTried.Write(context, "1", TriedLifetime);
        var here = new Uri($"{context.Request.Scheme}://{context.Request.Host}{SignInPaths.AppBack}");
        return _app!.Begin(here, BrowserSecret.HashOf(secret));
    }

    /// <summary>Takes the way back.</summary>
    /// <returns>Where to go on, and whether that is as a signed-in visitor.</returns>
    public async Task<(string ReturnTo, bool IsSignedIn)> FinishAsync(
        HttpContext context, string? code, string? state, CancellationToken cancellationToken)
    {
        var (secret, returnTo) = Kept(context);
        BrowserCookie.AppState.Remove(context);
        if (secret is null || !IsOurs(state, secret) || code is not { Length: > 0 and <= MostCodeLetters } || _app is null)
        {
            return (returnTo, false);
        }

        var sender = await _app.FinishAsync(code, cancellationToken);
        if (sender is null || await bound.FindAsync(ChannelNames.WeChat, sender, cancellationToken) is not { } found)
        {
            return (returnTo, false);
        }

        BrowserCookie.Session.Write(
            context, await sessions.BeginAsync(found.License, found.Holder, cancellationToken), WebSessions.Lifetime);
        return (returnTo, true);
    }

    private static (string? Secret, string ReturnTo) Kept(HttpContext context)
    {
        var parts = BrowserCookie.AppState.Read(context)?.Split(Between) ?? [];
        return parts.Length == 2 ? (parts[0], Decoded(parts[1])) : (null, SignInPaths.Home);
    }

    private static string Decoded(string back)
    {
        try
        {
            return SignInPaths.Local(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(back)));
        }
        catch (FormatException)
        {
            return SignInPaths.Home;
        }
    }

    private static bool IsOurs(string? state, string secret) => CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(state ?? ""), Encoding.UTF8.GetBytes(BrowserSecret.HashOf(secret)));
}
