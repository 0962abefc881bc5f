using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using ServiceBot.Bot.SelfService.SignIn;

namespace ServiceBot.Bot.SelfService;

/// <summary>
/// How often the pages answer: tries to sign in by address, pages by visitor, and by address for those who are not signed in.
/// </summary>
internal sealed class SelfServiceRates : IRateLimiterPolicy<string>
{
    /// <summary>The policy's name.</summary>
    public const string Policy = "self-service";

    /// <summary>Forms of the sign-in from one address in <see cref="Window"/>.</summary>
    public const int MostSignInPosts = 30;

    /// <summary>Pages of one visitor in <see cref="Window"/>.</summary>
    public const int MostPagesOfVisitor = 120;

    /// <summary>Pages for one address that is not signed in, in <see cref="Window"/>: a mobile network has many behind one.</summary>
    public const int MostPagesOfAddress = 300;

    /// <summary>The time over which requests are counted.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    /// <inheritdoc/>
    public Func<OnRejectedContext, CancellationToken, ValueTask>? OnRejected { get; } = (rejected, _) =>
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Window;
        rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        rejected.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    };

    /// <inheritdoc/>
    public RateLimitPartition<string> GetPartition(HttpContext httpContext)
    {
        if (httpContext.User.Identity?.IsAuthenticated == true)
        {
            return Limit($"visitor {Visitor.Of(httpContext.User).ChatId}", MostPagesOfVisitor);
        }

        var address = ClientAddress.Of(httpContext);
        return IsSignInPost(httpContext.Request)
            ? Limit($"sign-in {address}", MostSignInPosts)
            : Limit($"address {address}", MostPagesOfAddress);
    }

    private static bool IsSignInPost(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method) && request.Path.StartsWithSegments(SignInPaths.Licence);

    private static RateLimitPartition<string> Limit(string key, int most) => RateLimitPartition.GetFixedWindowLimiter(
        key, _ => new FixedWindowRateLimiterOptions { PermitLimit = most, Window = Window });
}
