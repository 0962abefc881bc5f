using Microsoft.Extensions.Logging;

namespace ServiceBot.Channels.WeChat;

/// <summary>Calls WeChat's API with an access token, renewing it once when WeChat refuses it.</summary>
internal sealed class WeChatApiClient(
    IHttpClientFactory clients, WeChatAccessTokens tokens, ILogger<WeChatApiClient> logger)
{
    /// <summary>Posts a body (see <see cref="WeChatJson"/>) to a path such as <c>/cgi-bin/menu/create</c>.</summary>
    public async Task<WeChatApiOutcome> PostAsync(string path, byte[] json, CancellationToken cancellationToken)
    {
        var token = await tokens.GetAsync(cancellationToken);
        var outcome = await PostAsync(path, json, token, cancellationToken);
        if (token.Value is { } failed
            && outcome is WeChatApiOutcome.Refused refused && WeChatErrors.IsTokenFault(refused.Code))
        {
            token = await tokens.RenewAsync(failed, cancellationToken);
            outcome = await PostAsync(path, json, token, cancellationToken);
        }

        Log(outcome);
        return outcome;
    }

    private async Task<WeChatApiOutcome> PostAsync(
        string path, byte[] json, WeChatToken token, CancellationToken cancellationToken)
    {
        if (token.Value is null)
        {
            return token.Failure!;
        }

        var address = $"{path}?access_token={Uri.EscapeDataString(token.Value)}";
        return await WeChatApiCall.PostAsync(
            clients.CreateClient(WeChatHttp.ClientName), address, json, cancellationToken);
    }

    private void Log(WeChatApiOutcome outcome)
    {
        switch (outcome)
        {
            case WeChatApiOutcome.Refused refused when WeChatErrors.RemedyOf(refused.Code) is { } remedy:
                logger.ConfigurationFault(refused.Code, refused.Detail, remedy);
                break;
            case WeChatApiOutcome.Refused refused:
                logger.ApiRefused(refused.Code, refused.Detail);
                break;
            case WeChatApiOutcome.Unreachable unreachable:
                logger.Unreachable(unreachable.Detail);
                break;
        }
    }
}
