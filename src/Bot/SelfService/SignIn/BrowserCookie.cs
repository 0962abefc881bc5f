namespace ServiceBot.Bot.SelfService.SignIn;

/// <summary>
/// A cookie that scripts cannot read and other sites cannot send along with a form. Over HTTPS its name begins with
/// <c>__Host-</c>: browsers then let no other host, not even a neighbouring one, set it.
/// </summary>
/// <param name="name">Its name without the prefix.</param>
internal sealed class BrowserCookie(string name)
{
    /// <summary>The signed-in browser.</summary>
    public static readonly BrowserCookie Session = new("session");

    /// <summary>A sign-in that waits for its code.</summary>
    public static readonly BrowserCookie SignIn = new("sign-in");

    /// <summary>A way through a channel's own app that has begun.</summary>
    public static readonly BrowserCookie AppState = new("app-sign-in");

    /// <summary>That way was tried: the pages do not try it again by themselves for a while.</summary>
    public static readonly BrowserCookie AppTried = new("app-tried");

    /// <summary>Its value; null when the browser sent none.</summary>
    public string? Read(HttpContext context) =>
        context.Request.Cookies.TryGetValue(NameFor(context), out var value) && value.Length > 0 ? value : null;

    /// <summary>Gives it to the browser.</summary>
    public void Write(HttpContext context, string value, TimeSpan lifetime) =>
        context.Response.Cookies.Append(NameFor(context), value, Options(context, lifetime));

    /// <summary>Takes it back.</summary>
    public void Remove(HttpContext context) => context.Response.Cookies.Delete(NameFor(context), Options(context, null));

    private string NameFor(HttpContext context) => context.Request.IsHttps ? $"__Host-{name}" : name;

    private static CookieOptions Options(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = lifetime,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
    };
}
