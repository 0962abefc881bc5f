using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace ServiceBot.Bot.SelfService;

/// <summary>
/// Says 413 to a form that is longer than its page takes. By itself the framework finds out while it looks for the
/// antiforgery token, and then calls the request forged.
/// </summary>
internal static class BodyLimits
{
    /// <summary>Checks the announced length against the page's <c>[RequestSizeLimit]</c>.</summary>
    public static void UseBodyLimits(this WebApplication app) => app.Use((context, next) =>
    {
        // The page that tells of the error is no form's.
        if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null
            || context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is not { } most
            || context.Request.ContentLength is not { } length
            || length <= most)
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    });
}
