using Microsoft.Extensions.Options;
using ServiceBot.Channels.Simulator;
using ServiceBot.Channels.Tests.WeChat;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.Simulator;

/// <summary>What the player refuses, as WeChat would: a service that answers wrongly must not look right here.</summary>
public sealed class SimulatorReplyReaderTests
{
    private static readonly WeChatCrypto Crypto = new(WeChatHost.AppId, WeChatHost.Key);

    private static string Plain => WeChatXmlWriter.WriteReply(
        new WeChatReplyHead("sim_1", "gh_simulator", 1), new WeChatMessage.Text("好的"));

    [Fact]
    public void Open_rightly_sealed_reply_reads_its_words()
    {
        var opened = ReaderFor(WeChatMode.Secure).Open(Sealed(Crypto, WeChatHost.Token), "sim_1");

        Assert.Null(opened.Fault);
        Assert.Equal(Plain, opened.Plain);
    }

    [Fact]
    public void Open_signature_of_another_token_is_refused() =>
        Assert.Equal("signature", ReaderFor(WeChatMode.Secure).Open(Sealed(Crypto, "otherToken"), "sim_1").Fault);

    [Fact]
    public void Open_message_of_another_account_is_refused()
    {
        var other = new WeChatCrypto("wx0000000000000000", WeChatHost.Key);

        Assert.Equal("undecryptable", ReaderFor(WeChatMode.Secure).Open(Sealed(other, WeChatHost.Token), "sim_1").Fault);
    }

    [Fact]
    public void Open_reply_to_somebody_else_is_refused() =>
        Assert.Equal("misaddressed", ReaderFor(WeChatMode.Secure).Open(Sealed(Crypto, WeChatHost.Token), "sim_2").Fault);

    [Theory]
    [InlineData(nameof(WeChatMode.Secure), "undecryptable")]
    [InlineData(nameof(WeChatMode.Compatible), null)]
    [InlineData(nameof(WeChatMode.Plain), null)]
    public void Open_plain_reply_is_refused_in_secure_mode_only(string mode, string? fault) =>
        Assert.Equal(fault, ReaderFor(Enum.Parse<WeChatMode>(mode)).Open(Plain, "sim_1").Fault);

    [Theory]
    [InlineData("{\"MsgType\":\"text\"}")]
    [InlineData("<xml>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><xml/>")]
    public void Open_what_is_not_xml_is_refused(string body) =>
        Assert.Equal("unreadable", ReaderFor(WeChatMode.Plain).Open(body, "sim_1").Fault);

    [Theory]
    [InlineData("")]
    [InlineData("success")]
    public void Open_nothing_to_say_shows_nothing(string body) =>
        Assert.Equal(new OpenedReply(body, []), ReaderFor(WeChatMode.Secure).Open(body, "sim_1"));

    private static string Sealed(WeChatCrypto crypto, string token) =>
        WeChatXmlWriter.WriteEnvelope(WeChatEnvelope.Seal(crypto, token, Plain, WeChatHost.Start));

    private static SimulatorReplyReader ReaderFor(WeChatMode mode) => new(Options.Create(new WeChatOptions
    {
        AppId = WeChatHost.AppId,
        Token = WeChatHost.Token,
        EncodingAesKey = WeChatHost.Key,
        Mode = mode,
    }));
}
