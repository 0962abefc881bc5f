namespace ServiceBot.Bot.SelfService;

/// <summary>Tells a person's browser that wants a page from everything else that speaks to this server.</summary>
internal static class BrowserRequests
{
    private static readonly PathString[] NotForPeople =
        ["/channels", "/v3", "/api", "/openapi", "/health", "/metrics", "/simulator"];

    /// <summary>True when the answer is shown as a page.</summary>
    public static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
        && !Array.Exists(NotForPeople, path => request.Path.StartsWithSegments(path));
}
