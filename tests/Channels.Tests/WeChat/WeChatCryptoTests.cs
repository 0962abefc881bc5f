using FsCheck;
using FsCheck.Fluent;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatCryptoTests
{
    private const string AppId = "wx2c2769f8efd9abc2";
    private const string Key = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";
    private const string OtherKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";

    [Fact]
    public void Decrypt_of_encrypt_gives_any_text_back() =>
        Prop.ForAll(UnicodeText.Arbitrary(), text =>
        {
            var crypto = new WeChatCrypto(AppId, Key);
            return crypto.Decrypt(crypto.Encrypt(text.Value)) == text.Value;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decrypt_of_any_text_only_throws_its_own_exception() =>
        Prop.ForAll<byte[]>(soup =>
        {
            var crypto = new WeChatCrypto(AppId, Key);
            Assert.Throws<WeChatCryptoException>(() => crypto.Decrypt(Convert.ToBase64String(soup)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Decrypt_every_length_of_padding_is_taken()
    {
        var crypto = new WeChatCrypto(AppId, Key);

        Assert.All(Enumerable.Range(0, 64).Select(length => new string('x', length)), text =>
            Assert.Equal(text, crypto.Decrypt(crypto.Encrypt(text))));
    }

    [Fact]
    public void Decrypt_message_of_the_previous_key_is_taken()
    {
        var before = new WeChatCrypto(AppId, OtherKey);
        var after = new WeChatCrypto(AppId, Key, OtherKey);

        Assert.Equal("在途", after.Decrypt(before.Encrypt("在途")));
        Assert.Throws<WeChatCryptoException>(() => before.Decrypt(after.Encrypt("新钥匙")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAA==")]
    public void Decrypt_what_is_no_message_is_refused(string encrypted) =>
        Assert.Throws<WeChatCryptoException>(() => new WeChatCrypto(AppId, Key).Decrypt(encrypted));

    [Theory]
    [InlineData(Key, true)]
    [InlineData("kWxPEV2UEDyxWpmPdKC3F4dgPDmOvfKX1HGnEUDS1aR", true)]
    [InlineData("short", false)]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789ABCDE_G", false)]
    public void IsKey_43_characters_of_base64_is_true(string text, bool expected) =>
        Assert.Equal(expected, WeChatCrypto.IsKey(text));
}
