using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.WeChat;

/// <summary>
/// 网页授权 with scope <c>snsapi_base</c>: WeChat's browser says who opens a page, without asking them. For verified service
/// accounts only; the page's host must be the account's 网页授权域名.
/// </summary>
internal sealed class WeChatWebSignIn(
    IHttpClientFactory clients, IOptions<WeChatOptions> options, ILogger<WeChatWebSignIn> logger) : IWebSignIn
{
    private const string Browser = "MicroMessenger";

    /// <inheritdoc/>
    public bool IsOwnBrowser(string userAgent) => userAgent.Contains(Browser, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public Uri Begin(Uri returnTo, string state) =>
        // WeChat reads the parameters in this order only, and the fragment with them.
        new($"https://open.weixin.qq.com/connect/oauth2/authorize?appid={Uri.EscapeDataString(options.Value.AppId)}"
            + $"&redirect_uri={Uri.EscapeDataString(returnTo.AbsoluteUri)}&response_type=code&scope=snsapi_base&state={state}#wechat_redirect");

    /// <inheritdoc/>
    public async Task<string?> FinishAsync(string code, CancellationToken cancellationToken)
    {
        var address = $"sns/oauth2/access_token?appid={Uri.EscapeDataString(options.Value.AppId)}"
            + $"&secret={Uri.EscapeDataString(options.Value.AppSecret)}&code={Uri.EscapeDataString(code)}&grant_type=authorization_code";
        var outcome = await WeChatApiCall.GetAsync(clients.CreateClient(WeChatHttp.ClientName), address, cancellationToken);
        if (outcome is WeChatApiOutcome.Done { Answer: var answer })
        {
            return OpenIdOf(answer);
        }

        Log(outcome);
        return null;
    }

    /// <summary>A visitor of a snapshot page (快照页) has an openid made up for them, the same for many: it names nobody.</summary>
    private static string? OpenIdOf(JsonElement answer) =>
        !IsSnapshot(answer) && answer.TryGetProperty("openid", out var openId)
        && openId.ValueKind == JsonValueKind.String && openId.GetString() is { Length: > 0 and <= 64 } value
            ? value
            : null;

    private static bool IsSnapshot(JsonElement answer) =>
        answer.TryGetProperty("is_snapshotuser", out var snapshot) && snapshot.ToString() == "1";

    private void Log(WeChatApiOutcome outcome)
    {
        switch (outcome)
        {
            case WeChatApiOutcome.Refused refused when WeChatErrors.IsSpentCode(refused.Code):
                logger.SignInCodeSpent(refused.Code);
                break;
            case WeChatApiOutcome.Refused refused when WeChatErrors.RemedyOf(refused.Code) is { } remedy:
                logger.ConfigurationFault(refused.Code, refused.Detail, remedy);
                break;
            case WeChatApiOutcome.Refused refused:
                logger.ApiRefused(refused.Code, refused.Detail);
                break;
            case WeChatApiOutcome.Unreachable unreachable:
                logger.Unreachable(unreachable.Detail);
                break;
            case WeChatApiOutcome.Uncertain uncertain:
                logger.Unreachable(uncertain.Detail);
                break;
        }
    }
}
