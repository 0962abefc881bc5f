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

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> tokens = [];
    private string current = "";

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

        lock (gate)
        {
            return tokens.TryGetValue(token, out var until) && time.GetUtcNow() < until ? null : StandInErrors.WrongToken;
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
        lock (gate)
        {
            var now = time.GetUtcNow();
            if (!tokens.TryGetValue(current, out var until) || until - now <= RenewedBefore)
            {
                current = $"sim_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}";
                until = tokens[current] = now + Lifetime;
            }

            return new StandInToken(current, (int)(until - now).TotalSeconds);
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
