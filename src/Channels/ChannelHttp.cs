using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace ServiceBot.Channels;

/// <summary>What calls to every provider's API have in common.</summary>
internal static class ChannelHttp
{
    /// <summary>True when the call failed before anything of it was sent, so that it can safely go again.</summary>
    public static bool NeverReached(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };

    /// <summary>True for an absolute http or https address.</summary>
    public static bool IsWebAddress(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    /// <summary>
    /// Only what never reached the provider goes again at once, and once: a message that was sent has no id by which a
    /// repeat is dropped.
    /// </summary>
    public static void RepeatUnsent(this IHttpClientBuilder client) =>
        client.AddResilienceHandler("unsent", pipeline => pipeline.AddRetry(new HttpRetryStrategyOptions
        {
            ShouldHandle = arguments => ValueTask.FromResult(NeverReached(arguments.Outcome.Exception)),
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
        }));
}
