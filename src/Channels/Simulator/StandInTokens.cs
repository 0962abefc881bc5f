using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>The stand-in's access tokens: a stable one for all callers until the last five minutes of its two hours.</summary>
internal sealed class StandInTokens(IOptions<WeChatOptions> options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(2);
    private static readonly TimeSpan RenewedBefore = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _tokens = [];
    private string _current = "";

    /// <summary>Answers <c>/cgi-bin/stable_token</c>: the token, or why there is none.</summary>
    public (StandInToken? Token, StandInError? Error) Issue(byte[] body)
    {
        if (Parse(body) is not { } request)
        {
            return (null, StandInErrors.NotJson);
        }

        return Check(request) is { } error ? (null, error) : (Issue(), null);
    }

    /// <summary>Null when the token is good.</summary>
    public StandInError? Check(string? token)
    {
        if (string.IsNullOrEmpty(token))
        {
            return StandInErrors.TokenMissing;
        }

        lock (_gate)
        {
            return _tokens.TryGetValue(token, out var until) && time.GetUtcNow() < until ? null : StandInErrors.WrongToken;
        }
    }

    private StandInError? Check(TokenRequest request)
    {
        if (request.GrantType != "client_credential")
        {
            return StandInErrors.WrongGrant;
        }

        if (request.AppId != options.Value.AppId)
        {
            return StandInErrors.WrongAppId;
        }

        return request.Secret == options.Value.AppSecret ? null : StandInErrors.WrongSecret;
    }

    private StandInToken Issue()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            if (!_tokens.TryGetValue(_current, out var until) || until - now <= RenewedBefore)
            {
                _current = $"sim_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
                until = _tokens[_current] = now + Lifetime;
            }

            return new StandInToken(_current, (int)(until - now).TotalSeconds);
        }
    }

    private static TokenRequest? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<TokenRequest>(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record TokenRequest(
        [property: JsonPropertyName("grant_type")] string? GrantType,
        [property: JsonPropertyName("appid")] string? AppId,
        [property: JsonPropertyName("secret")] string? Secret);
}

/// <summary>An access token and how many seconds it lasts.</summary>
internal sealed record StandInToken(
    [property: JsonPropertyName("access_token")] string Value,
    [property: JsonPropertyName("expires_in")] int Seconds);
