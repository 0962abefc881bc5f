using Microsoft.Net.Http.Headers;

namespace ServiceBot.Bot.SelfService;

/// <summary>The headers that keep others out of a page. A page that brings a policy of its own, as the simulator does, keeps it.</summary>
internal static class SelfServiceHeaders
{
    /// <summary>Adds the headers to every page of this server.</summary>
    public static void UseSelfServiceHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        // At the last moment: an error clears what was set before it.
        context.Response.OnStarting(() =>
        {
            Add(context);
            return Task.CompletedTask;
        });
        return next(context);
    });

    private static void Add(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        if (!IsPage(context.Response) || headers.ContainsKey(HeaderNames.ContentSecurityPolicy))
        {
            return;
        }

        headers.ContentSecurityPolicy = PolicyFor(context.Request);
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "same-origin";
    }

    private static bool IsPage(HttpResponse response) =>
        response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Nothing inline, nothing from elsewhere. Older browsers do not count a socket to the page's own host as 'self'.</summary>
    private static string PolicyFor(HttpRequest request) =>
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; " +
        $"connect-src 'self' {(request.IsHttps ? "wss" : "ws")}://{request.Host}; " +
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
}
