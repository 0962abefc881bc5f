using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatSignatureTests
{
    [Fact]
    public void Sign_sorts_by_byte_and_not_by_culture()
    {
        var vector = WeChatVectors.Get("wx-sig3-ordinal-trap");

        var signature = WeChatSignature.Sign(vector.Input("token"), vector.Input("timestamp"), vector.Input("nonce"));

        Assert.NotEqual(vector.Expected("cultureSortedDigestMustNotBeProduced"), signature);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("335b26997f05c82243aad6b10a2d1853637e71a")]
    [InlineData("335B26997F05C82243AAD6B10A2D1853637E71A8")]
    [InlineData("335b26997f05c82243aad6b10a2d1853637e71a9")]
    public void Matches_anything_but_the_signature_is_false(string? signature) =>
        Assert.False(WeChatSignature.Matches(signature, "weixin", "1357982061", "1358161344"));
}
