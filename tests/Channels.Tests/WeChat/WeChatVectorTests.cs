using System.Text;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatVectorTests
{
    public static IEnumerable<TheoryDataRow<string>> Signatures => WeChatVectors.Ids("wechat.signature");

    public static IEnumerable<TheoryDataRow<string>> Decryptions => WeChatVectors.Ids("wechat.decrypt");

    public static IEnumerable<TheoryDataRow<string>> Encryptions => WeChatVectors.Ids("wechat.encrypt");

    [Theory]
    [MemberData(nameof(Signatures))]
    public void Sign_published_request_gives_its_signature(string id)
    {
        var vector = WeChatVectors.Get(id);

        var signature = WeChatSignature.Sign(vector.Input("token"), vector.Input("timestamp"), vector.Input("nonce"));

        Assert.Equal(vector.Expected("signature"), signature);
    }

    [Theory]
    [MemberData(nameof(Decryptions))]
    public void Decrypt_published_message_gives_its_text_and_signature(string id)
    {
        var vector = WeChatVectors.Get(id);
        var crypto = new WeChatCrypto(vector.Input("receiveId"), vector.Input("encodingAESKey"));

        Assert.Equal(vector.Expected("message"), crypto.Decrypt(vector.Input("encrypt")));
        Assert.True(WeChatSignature.Matches(
            vector.Expected("msg_signature"),
            vector.Input("token"),
            vector.Input("timestamp"),
            vector.Input("nonce"),
            vector.Input("encrypt")));
    }

    [Theory]
    [MemberData(nameof(Encryptions))]
    public void Encrypt_with_the_published_start_gives_the_published_bytes(string id)
    {
        var vector = WeChatVectors.Get(id);
        var crypto = new WeChatCrypto(vector.Input("receiveId"), vector.Input("encodingAESKey"));

        var encrypted = crypto.Encrypt(vector.Input("message"), Encoding.ASCII.GetBytes(vector.Input("random")));

        Assert.Equal(vector.Expected("encrypt"), encrypted);
        if (vector.GetProperty("inputs").TryGetProperty("token", out var token))
        {
            Assert.Equal(
                vector.Expected("msg_signature"),
                WeChatSignature.Sign(token.GetString()!, vector.Input("timestamp"), vector.Input("nonce"), encrypted));
        }
    }

    [Fact]
    public void Signature_over_another_nonce_does_not_match()
    {
        var vector = WeChatVectors.Get("wx-sig4-negative-wechatpy");

        Assert.False(WeChatSignature.Matches(
            vector.Input("msg_signature"),
            vector.Input("token"),
            vector.Input("timestamp"),
            vector.Input("nonce"),
            vector.Input("encrypt")));
    }

    [Fact]
    public void Decrypt_for_another_account_is_refused()
    {
        var vector = WeChatVectors.Get("wx-dec-python-sample-compat");
        var other = WeChatVectors.Get("wx-dec-negative-receiveid").Input("expectedReceiveId");
        var crypto = new WeChatCrypto(other, vector.Input("encodingAESKey"));

        var exception = Assert.Throws<WeChatCryptoException>(() => crypto.Decrypt(vector.Input("encrypt")));

        Assert.Equal(WeChatCryptoFault.OtherAccount, exception.Fault);
    }

    [Fact]
    public void Decrypt_with_broken_padding_is_refused()
    {
        var vector = WeChatVectors.Get("wx-dec-negative-padding");
        var crypto = new WeChatCrypto("wx2c2769f8efd9abc2", vector.Input("encodingAESKey"));

        Assert.Throws<WeChatCryptoException>(() => crypto.Decrypt(vector.Input("encrypt")));
    }
}
