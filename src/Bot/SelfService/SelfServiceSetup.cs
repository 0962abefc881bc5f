using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.SelfService;

/// <summary>The retailers' own pages at <c>/</c>: server-rendered, and useful without JavaScript.</summary>
internal static class SelfServiceSetup
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddSelfService(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/SelfService/Pages");
        services.AddSignIn();
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static WebApplication MapSelfService(this WebApplication app)
    {
        app.MapRazorPages().RequireRateLimiting(SelfServiceRates.Policy);
        return app;
    }
}
