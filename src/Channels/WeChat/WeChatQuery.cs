using Microsoft.AspNetCore.Http;

namespace ServiceBot.Channels.WeChat;

/// <summary>The signed part of a callback's address. A repeat of a push has the same one.</summary>
internal sealed record WeChatQuery(
    string? Signature, string? MessageSignature, string Timestamp, string Nonce, string? Echo)
{
    /// <summary>Takes the fields out; absent ones are empty and match no signature.</summary>
    public static WeChatQuery From(IQueryCollection query) => new(
        query["signature"].FirstOrDefault(),
        query["msg_signature"].FirstOrDefault(),
        query["timestamp"].FirstOrDefault() ?? "",
        query["nonce"].FirstOrDefault() ?? "",
        query["echostr"].FirstOrDefault());
}
