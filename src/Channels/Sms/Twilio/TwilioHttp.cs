namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Facts about HTTP calls to Twilio.</summary>
internal static class TwilioHttp
{
    /// <summary>The named client.</summary>
    public const string ClientName = "twilio";

    /// <summary>Longest call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>True when the call failed before anything of it was sent, so that it can safely go again.</summary>
    public static bool NeverReached(Exception? exception) => exception is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError,
    };
}
