using Microsoft.AspNetCore.Http.Extensions;

namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>Why somebody is asked to sign in again; the page has a sentence for each.</summary>
internal enum SignInReason
{
    /// <summary>The session was over.</summary>
    Expired,

    /// <summary>The shop's owner or phone is no longer the one that signed in.</summary>
    Changed,

    /// <summary>They signed out.</summary>
    Out,

    /// <summary>The code was over, or was never asked for.</summary>
    CodeOver,

    /// <summary>Their WeChat is not bound to a shop.</summary>
    Unbound,
}

/// <summary>The addresses of signing in, and where it leads back to.</summary>
internal static class SignInPaths
{
    public const string Home = "/";
    public const string Licence = "/sign-in";
    public const string Code = "/sign-in/code";
    public const string App = "/sign-in/wechat";
    public const string AppBack = "/sign-in/wechat/back";
    public const string Out = "/sign-out";

    private const string Own = "/sign-";

    // An address goes into a redirect and a form: a longer one is no page of ours.
    private const int MostLetters = 500;

    /// <summary>The sign-in page, with a sentence when there is a reason.</summary>
    public static string SignIn(string returnTo, SignInReason? why = null) =>
        With(Licence, returnTo, why is null ? [] : [new("why", $"{why}".ToLowerInvariant())]);

    /// <summary>A page of the sign-in that leads back to <paramref name="returnTo"/>.</summary>
    public static string With(string page, string returnTo, params IEnumerable<KeyValuePair<string, string>> more)
    {
        var query = new QueryBuilder(more);
        if (returnTo != Home)
        {
            query.Add("returnTo", returnTo);
        }

        return page + query;
    }

    /// <summary>The address of a page of this site; anything else becomes <see cref="Home"/>.</summary>
    public static string Local(string? returnTo) =>
        returnTo is { Length: > 0 and <= MostLetters } && IsLocal(returnTo) && !returnTo.StartsWith(Own, StringComparison.OrdinalIgnoreCase)
            ? returnTo
            : Home;

    /// <summary>Where to come back to after signing in: this address, when it is one that can be visited.</summary>
    public static string ReturnTo(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? Local(request.Path + request.QueryString) : Home;

    /// <summary>
    /// One slash and then neither a slash, which begins another host, nor what browsers read as one or drop; and only what a
    /// response header can hold.
    /// </summary>
    private static bool IsLocal(string address) =>
        address[0] == '/' && (address.Length == 1 || address[1] is not ('/' or '\\')) && address.All(letter => letter is > ' ' and <= '~');
}
