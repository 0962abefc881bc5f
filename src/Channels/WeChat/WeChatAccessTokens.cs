using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.WeChat;

/// <summary>An access token, or why there is none.</summary>
internal readonly record struct WeChatToken(string? Value, WeChatApiOutcome? Failure = null);

/// <summary>
/// The access token of all processes: the first that misses it fetches it, the others find it in the shared place.
/// Fetched as a stable token, never forced: WeChat then gives every caller the same one, so a process that cannot
/// reach the shared place harms nobody with a fetch of its own.
/// </summary>
internal sealed class WeChatAccessTokens(
    IHttpClientFactory clients,
    WeChatSharedToken shared,
    IOptions<WeChatOptions> options,
    TimeProvider time,
    ILogger<WeChatAccessTokens> logger) : IDisposable
{
    // One fetch at a time in this process.
    private readonly SemaphoreSlim _gate = new(1);
    private volatile KeptToken? _kept;

    /// <summary>The current token.</summary>
    public Task<WeChatToken> GetAsync(CancellationToken cancellationToken) => GetAsync(null, cancellationToken);

    /// <summary>Another token than the one WeChat just refused, unless it still stands by that one.</summary>
    public Task<WeChatToken> RenewAsync(string refused, CancellationToken cancellationToken) =>
        GetAsync(refused, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task<WeChatToken> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (Usable(_kept, refused) is { } token)
        {
            return new WeChatToken(token);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return Usable(_kept, refused) is { } meanwhile
                ? new WeChatToken(meanwhile)
                : await ShareAsync(refused, cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    private async Task<WeChatToken> ShareAsync(string? refused, CancellationToken cancellationToken)
    {
        await using var turn = await shared.EnterAsync(found => Usable(found, refused) is not null, cancellationToken);
        if (turn.Found is { } found)
        {
            _kept = found;
            return new WeChatToken(found.Value);
        }

        return await FetchAsync(cancellationToken);
    }

    private async Task<WeChatToken> FetchAsync(CancellationToken cancellationToken)
    {
        var request = new TokenRequest("client_credential", options.Value.AppId, options.Value.AppSecret, false);
        var outcome = await WeChatApiCall.PostAsync(
            clients.CreateClient(WeChatHttp.ClientName), "/cgi-bin/stable_token", WeChatJson.Write(request), cancellationToken);
        if (outcome is not WeChatApiOutcome.Done { Answer: var answer })
        {
            return new WeChatToken(null, Unsent(outcome));
        }

        if (Parse(answer) is not { } fetched)
        {
            return new WeChatToken(null, new WeChatApiOutcome.Unreachable("the answer holds no access token"));
        }

        _kept = fetched;
        logger.TokenRefreshed(fetched.ExpiresAt);
        await shared.KeepAsync(fetched, cancellationToken);
        return new WeChatToken(fetched.Value);
    }

    // Whatever became of the fetch, the call it was for was not sent.
    private static WeChatApiOutcome Unsent(WeChatApiOutcome outcome) =>
        outcome is WeChatApiOutcome.Uncertain uncertain ? new WeChatApiOutcome.Unreachable(uncertain.Detail) : outcome;

    private KeptToken? Parse(JsonElement answer) =>
        answer.TryGetProperty("access_token", out var token) && token.GetString() is { Length: > 0 } value
        && answer.TryGetProperty("expires_in", out var seconds)
        && int.TryParse(seconds.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var lifetime)
            ? new KeptToken(value, time.GetUtcNow() + UseFor(TimeSpan.FromSeconds(lifetime)))
            : null;

    // WeChat renews in the last five minutes; the spread keeps processes from coming all at once.
    private static TimeSpan UseFor(TimeSpan lifetime) => lifetime > TimeSpan.FromMinutes(12)
        ? lifetime - TimeSpan.FromMinutes(5) - (TimeSpan.FromMinutes(1) * Random.Shared.NextDouble())
        : lifetime / 2;

    private string? Usable(KeptToken? token, string? refused) =>
        token is not null && token.Value != refused && time.GetUtcNow() < token.ExpiresAt ? token.Value : null;

#pragma warning disable IDE1006, SA1300 // The wire's names.
    private sealed record TokenRequest(string grant_type, string appid, string secret, bool force_refresh);
#pragma warning restore IDE1006, SA1300
}
