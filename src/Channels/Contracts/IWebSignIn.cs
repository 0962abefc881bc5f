namespace ServiceBot.Channels.Contracts;

/// <summary>
/// Signs a page's visitor in through a channel's own app, as WeChat does for pages that are opened in it. Registered only
/// when the channel is on.
/// </summary>
public interface IWebSignIn
{
    /// <summary>True when the request's user agent is the channel's own browser.</summary>
    bool IsOwnBrowser(string userAgent);

    /// <summary>Where to send the browser.</summary>
    /// <param name="returnTo">The absolute address to come back to, with <c>code</c> and <c>state</c> added by the provider.</param>
    /// <param name="state">Comes back unchanged: letters and digits, at most 128.</param>
    Uri Begin(Uri returnTo, string state);

    /// <summary>The channel's name for who came back with this code; null when the code is not good.</summary>
    Task<string?> FinishAsync(string code, CancellationToken cancellationToken);
}
