namespace ServiceBot.Bot.SelfService;

/// <summary>
/// A failure in words for people who look at a page. Everybody else, the channels' callbacks first of all, keeps the empty
/// body.
/// </summary>
internal static class ErrorPages
{
    /// <summary>The page's address; nobody finds anything there by themselves.</summary>
    public const string Path = "/error";

    /// <summary>Shows the page for a status without a body.</summary>
    public static void UseErrorPages(this WebApplication app) => app.UseWhen(
        context => BrowserRequests.WantsPage(context.Request),
        pages => pages.UseStatusCodePagesWithReExecute(Path));
}
