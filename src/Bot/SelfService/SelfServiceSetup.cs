using ServiceBot.Bot.SelfService.Chat;

namespace ServiceBot.Bot.SelfService;

/// <summary>The retailers' own pages at <c>/</c>: server-rendered, and useful without JavaScript.</summary>
internal static class SelfServiceSetup
{
    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddSelfService(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/SelfService/Pages");
        services.AddChat();
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static WebApplication MapSelfService(this WebApplication app)
    {
        app.MapRazorPages();
        return app;
    }
}
