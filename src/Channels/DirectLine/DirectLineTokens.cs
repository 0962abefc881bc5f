using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.DirectLine;

/// <summary>Makes and reads tokens. They are opaque to clients and kept nowhere: all they say is in them, signed.</summary>
internal sealed class DirectLineTokens(DirectLineSeal seal, IOptions<DirectLineOptions> options, TimeProvider time) : IChatTokens
{
    /// <summary>The company's side of every thread of this channel.</summary>
    public const string Account = "directline";

    private const string Purpose = "token";

    /// <inheritdoc/>
    public ChatToken Issue(string conversationId, string userId)
    {
        DirectLineIds.Require(conversationId);
        return Issue(new DirectLinePass(conversationId, userId, 0));
    }

    /// <inheritdoc/>
    public ConversationKey KeyOf(string conversationId) =>
        ConversationKey.Create(ChannelNames.Web, Account, DirectLineIds.Require(conversationId));

    /// <summary>A token that says the same as the pass, from now on for its whole lifetime.</summary>
    public ChatToken Issue(DirectLinePass pass)
    {
        var lifetime = options.Value.TokenLifetime;
        var sealedPass = pass with { Until = (time.GetUtcNow() + lifetime).ToUnixTimeSeconds() };
        return new ChatToken(
            seal.Close(Purpose, JsonSerializer.SerializeToUtf8Bytes(sealedPass, DirectLineJson.Wire.DirectLinePass)), lifetime);
    }

    /// <summary>What a token says.</summary>
    /// <exception cref="DirectLineRefusedException">It is not ours, or has expired.</exception>
    public DirectLinePass Read(string token)
    {
        var content = seal.Open(Purpose, token) ?? throw DirectLineRefusedException.Unknown();
        var pass = JsonSerializer.Deserialize(content, DirectLineJson.Wire.DirectLinePass)!;
        return time.GetUtcNow().ToUnixTimeSeconds() < pass.Until ? pass : throw DirectLineRefusedException.Expired();
    }

    /// <summary>True for the secret, in a time that tells nothing about it.</summary>
    public bool IsSecret([NotNullWhen(true)] string? text) => text is not null && CryptographicOperations.FixedTimeEquals(
        SHA256.HashData(Encoding.UTF8.GetBytes(text)), SHA256.HashData(Encoding.UTF8.GetBytes(options.Value.Secret)));
}
