using Microsoft.Extensions.FileProviders;

namespace ServiceBot.Bot.Simulator;

/// <summary>The page's own files: no build step, nothing from other servers.</summary>
internal static class SimulatorPage
{
    // News pictures may be anywhere; everything else is this server's.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: http: https:; connect-src 'self'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Maps the page and its files.</summary>
    public static void MapSimulatorPage(this WebApplication app)
    {
        var files = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "Simulator", "page"));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            RequestPath = "/simulator/page",
            OnPrepareResponse = prepared => AddHeaders(prepared.Context.Response),
        });
        app.MapGet("/simulator", (HttpContext context) =>
        {
            AddHeaders(context.Response);
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.SendFileAsync(files.GetFileInfo("index.html"), context.RequestAborted);
        });
    }

    private static void AddHeaders(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-cache";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }
}
