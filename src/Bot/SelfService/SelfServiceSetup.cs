using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using ServiceBot.Bot.SelfService.Chat;
using ServiceBot.Bot.SelfService.Complaints;
using ServiceBot.Bot.SelfService.Home;
using ServiceBot.Bot.SelfService.Limits;
using ServiceBot.Bot.SelfService.SignIn;
using ServiceBot.Bot.Skills;

namespace ServiceBot.Bot.SelfService;

/// <summary>The retailers' own pages at <c>/</c>: server-rendered, and useful without JavaScript.</summary>
internal static class SelfServiceSetup
{
    private const int YearInSeconds = 31_536_000;

    /// <summary>Registers the pages.</summary>
    public static IServiceCollection AddSelfService(this IServiceCollection services)
    {
        services.AddRazorPages(pages => pages.RootDirectory = "/SelfService/Pages");
        services.AddChat();
        services.AddPages();
        services.AddSignIn();
        return services;
    }

    /// <summary>Maps the pages.</summary>
    public static WebApplication MapSelfService(this WebApplication app)
    {
        app.MapRazorPages().RequireRateLimiting(SelfServiceRates.Policy);
        return app;
    }

    /// <summary>Style sheets, scripts and pictures; those with a version in their address are kept by the browser.</summary>
    public static WebApplication UsePageFiles(this WebApplication app)
    {
        app.UseResponseCompression();
        app.UseStaticFiles(new StaticFileOptions
        {
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Query.ContainsKey("v") ? $"public, max-age={YearInSeconds}, immutable" : "no-cache",
        });
        return app;
    }

    private static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<SupplyNotes>().AddSingleton<LimitLines>().AddSingleton<LimitsReader>().AddSingleton<HomeReader>();
        services.AddSingleton<WebComplaints>().AddSingleton<ComplaintDesk>();

        // Chinese as itself: written as references a page would be three times as long.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));

        // Only these types: the channels' answers stay as they are. Compressing what is encrypted can give a secret away
        // where an attacker's words stand beside it; the form tokens are new in each response and SameSite keeps others out.
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["text/html", "text/css", "text/javascript", "image/svg+xml"];
            compression.Providers.Add<BrotliCompressionProvider>();
            compression.Providers.Add<GzipCompressionProvider>();
        });
    }
}
