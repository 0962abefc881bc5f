using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.DirectLine;

/// <summary>
/// Which sites' pages may call: our own and those of the settings, exactly. A request without an Origin is not a page's.
/// </summary>
internal sealed class DirectLineOrigins(IOptions<DirectLineOptions> options)
{
    // What the client libraries send; one that is missing here has them ask again for ever.
    private const string Headers = "authorization, content-type, x-ms-bot-agent, x-requested-with";

    private readonly Lazy<HashSet<string>> _allowed = new(() =>
        options.Value.AllowedOrigins.Select(Normalise).OfType<string>().ToHashSet(StringComparer.Ordinal));

    /// <summary>An origin as browsers write it; null for what is none.</summary>
    public static string? Normalise(string origin) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && uri.Scheme is "http" or "https"
        && uri is { PathAndQuery: "/", Fragment: "", UserInfo: "" }
            ? $"{uri.Scheme}://{uri.Authority}"
            : null;

    /// <summary>The site whose page calls; null where no page does.</summary>
    public static string? Of(HttpRequest request) => request.Headers.Origin.ToString() is { Length: > 0 } origin ? origin : null;

    /// <summary>Lets the request in, and its answer be read by its page.</summary>
    /// <exception cref="DirectLineRefusedException">The page's site is not allowed.</exception>
    public void Admit(HttpContext context)
    {
        context.Response.Headers.Vary = "Origin";
        if (Of(context.Request) is not { } origin || IsOwn(origin, context.Request))
        {
            return;
        }

        if (!_allowed.Value.Contains(Normalise(origin) ?? ""))
        {
            throw DirectLineRefusedException.Origin();
        }

        context.Response.Headers.AccessControlAllowOrigin = origin;
    }

    /// <summary>Answers a browser that asks whether it may ask.</summary>
    public static void AnswerPreflight(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status204NoContent;
        response.Headers.AccessControlAllowMethods = "GET, POST";
        response.Headers.AccessControlAllowHeaders = Headers;
        response.Headers.AccessControlMaxAge = "600";
    }

    /// <summary>By host alone: behind a proxy that ends TLS the request's scheme is not the page's.</summary>
    private bool IsOwn(string origin, HttpRequest request) =>
        Uri.TryCreate(origin, UriKind.Absolute, out var uri)
        && (SameHost(uri.Authority, request.Host.Value) || SameHost(uri.Authority, options.Value.PublicBaseUrl?.Authority));

    private static bool SameHost(string one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
