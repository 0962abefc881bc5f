namespace ServiceBot.Channels.Sms.Twilio;

/// <summary>Facts about HTTP calls to Twilio.</summary>
internal static class TwilioHttp
{
    /// <summary>The named client.</summary>
    public const string ClientName = "twilio";

    /// <summary>Longest call.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);
}
