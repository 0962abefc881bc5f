using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace ServiceBot.Channels.Qq;

/// <summary>
/// The access token. QQ gives every caller the same one until its last minute, so processes need not share it; only this
/// process's own calls wait for one fetch.
/// </summary>
internal sealed class QqAccessToken(IHttpClientFactory clients, IOptions<QqOptions> options, TimeProvider time) : IDisposable
{
    // A new token is handed out from a minute before the old one ends.
    private static readonly TimeSpan RenewBefore = TimeSpan.FromSeconds(50);

    private readonly SemaphoreSlim _gate = new(1);
    private volatile Kept? _kept;

    /// <summary>The token, or why there is none. <paramref name="refused"/> is one that QQ just refused.</summary>
    public async Task<(string? Value, QqApiOutcome? Failure)> GetAsync(string? refused, CancellationToken cancellationToken)
    {
        if (Usable(refused) is { } token)
        {
            return (token, null);
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            return Usable(refused) is { } meanwhile ? (meanwhile, null) : await FetchAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private string? Usable(string? refused) =>
        _kept is { } kept && kept.Value != refused && time.GetUtcNow() < kept.Until ? kept.Value : null;

    private async Task<(string? Value, QqApiOutcome? Failure)> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var response = await clients.CreateClient(QqHttp.ClientName).PostAsJsonAsync(
                options.Value.TokenUrl, new TokenRequest(options.Value.AppId, options.Value.Secret), cancellationToken);
            return Keep(await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
        }
        catch (Exception exception) when (QqHttp.IsFailedCall(exception, cancellationToken))
        {
            return (null, new QqApiOutcome.Unknown(QqHttp.DetailOf(exception)));
        }
    }

    /// <summary>Faults come with HTTP 200 too: a code and no token. The lifetime is a text.</summary>
    private (string? Value, QqApiOutcome? Failure) Keep(JsonElement answer)
    {
        if (answer.ValueKind == JsonValueKind.Object
            && answer.TryGetProperty("access_token", out var token) && token.ToString() is { Length: > 0 } value
            && answer.TryGetProperty("expires_in", out var seconds)
            && int.TryParse(seconds.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var lifetime))
        {
            _kept = new Kept(value, time.GetUtcNow().AddSeconds(lifetime) - RenewBefore);
            return (value, null);
        }

        return (null, QqHttp.CodeOf(answer) is { } code ? new QqApiOutcome.Refused(code) : new QqApiOutcome.Unknown("the answer holds no access token"));
    }

    private sealed record Kept(string Value, DateTimeOffset Until);

#pragma warning disable IDE1006, SA1300 // The wire's names.
    private sealed record TokenRequest(string appId, string clientSecret);
#pragma warning restore IDE1006, SA1300
}
