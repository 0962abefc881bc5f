using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Simulator;

/// <summary>
/// Codes of 网页授权 as WeChat takes them: each once. A code is a simulated phone's openid, a dot, and anything.
/// </summary>
internal sealed class StandInWebCodes(WeChatPhones phones, IOptions<WeChatOptions> options)
{
    private const int MostKept = 1000;

    private readonly ConcurrentDictionary<string, bool> _used = new(StringComparer.Ordinal);

    /// <summary>The visitor of a code, or why there is none.</summary>
    public (StandInVisitor? Visitor, StandInError? Error) Take(IQueryCollection query)
    {
        if (query["grant_type"] != "authorization_code")
        {
            return (null, StandInErrors.WrongGrant);
        }

        if (query["appid"] != options.Value.AppId)
        {
            return (null, StandInErrors.WrongAppId);
        }

        return query["secret"] == options.Value.AppSecret ? Take(query["code"].ToString()) : (null, StandInErrors.WrongSecret);
    }

    private (StandInVisitor? Visitor, StandInError? Error) Take(string code)
    {
        var openId = code.Split('.')[0];
        if (openId.Length == 0)
        {
            return (null, StandInErrors.CodeMissing);
        }

        if (phones.Find(openId) is null)
        {
            return (null, StandInErrors.WrongCode);
        }

        if (_used.Count >= MostKept)
        {
            _used.Clear();
        }

        return _used.TryAdd(code, true) ? (new StandInVisitor(openId, "snsapi_base"), null) : (null, StandInErrors.UsedCode);
    }
}

/// <summary>Who opened a page.</summary>
internal sealed record StandInVisitor(
    [property: JsonPropertyName("openid")] string OpenId,
    [property: JsonPropertyName("scope")] string Scope);
