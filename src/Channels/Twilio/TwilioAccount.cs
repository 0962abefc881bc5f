namespace ServiceBot.Channels.Twilio;

/// <summary>A Twilio account as callbacks are checked against it.</summary>
/// <param name="AuthToken">The token Twilio signs with; an API key's secret does not do. Secret.</param>
/// <param name="PreviousAuthToken">The other token while one is being replaced by the other; null for none. Secret.</param>
/// <param name="PublicBaseUrl">
/// This service's public address just as it stands in Twilio's console: Twilio signs it, and behind a proxy a request no
/// longer says it.
/// </param>
internal sealed record TwilioAccount(string AuthToken, string? PreviousAuthToken, Uri PublicBaseUrl)
{
    /// <summary>The tokens a signature may be made with.</summary>
    public IEnumerable<string> AuthTokens =>
        string.IsNullOrEmpty(PreviousAuthToken) ? [AuthToken] : [AuthToken, PreviousAuthToken];

    /// <summary>The address a callback was sent to.</summary>
    /// <param name="rawTarget">The request's path and query as they stood on the wire, escapes and all.</param>
    // OriginalString: a Uri puts host names and escapes into another form than the one that was signed.
    public string AddressOf(string rawTarget) => PublicBaseUrl.OriginalString.TrimEnd('/') + rawTarget;
}
