using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Tests.Twilio;

public sealed class TwilioSignatureTests
{
    public static IEnumerable<TheoryDataRow<string>> Forms => TwilioVectors.Ids("twilio.signature");

    public static IEnumerable<TheoryDataRow<string>> Bodies => TwilioVectors.Ids("twilio.bodySHA256");

    public static IEnumerable<TheoryDataRow<string>> NpmForms => TwilioVectors.Ids("twilio.signature.npm");

    [Theory]
    [MemberData(nameof(Forms))]
    [MemberData(nameof(Bodies))]
    public void Matches_published_request_gives_its_verdict(string id)
    {
        var vector = TwilioVectors.Get(id);

        var matches = TwilioSignature.Matches(
            vector.Input("signature"), vector.Input("authToken"), vector.Input("url"), vector.Fields());

        Assert.Equal(vector.GetProperty("expected").GetProperty("valid").GetBoolean(), matches);
    }

    [Theory]
    [MemberData(nameof(NpmForms))]
    public void Sign_what_the_npm_package_signed_gives_its_signature(string id)
    {
        var vector = TwilioVectors.Get(id);

        var signature = TwilioSignature.Sign(vector.Input("authToken"), vector.Input("url"), vector.Fields());

        Assert.Equal(vector.GetProperty("expected").GetProperty("signature").GetString(), signature);
    }

    // The npm package also takes a quote for its escape; the C# one does not, and neither do we.
    [Theory]
    [InlineData("tw-node-port-given-absent", true)]
    [InlineData("tw-node-port-absent-given", true)]
    [InlineData("tw-node-quote-raw-vs-escaped", false)]
    [InlineData("tw-node-quote-escaped-vs-raw", false)]
    [InlineData("tw-node-neg-query", false)]
    public void Matches_address_that_differs_takes_only_another_port(string id, bool expected)
    {
        var vector = TwilioVectors.Get(id);
        var (signature, token) = (vector.Input("signature"), vector.Input("authToken"));

        Assert.True(TwilioSignature.Matches(signature, token, vector.Input("signedUrl"), vector.Fields()));
        Assert.Equal(expected, TwilioSignature.Matches(signature, token, vector.Input("checkedUrl"), vector.Fields()));
    }

    [Theory]
    [InlineData("https://bot.example.cn", "https://bot.example.cn:443")]
    [InlineData("http://bot.example.cn?x=1:2", "http://bot.example.cn:80?x=1:2")]
    [InlineData("https://a:b@bot.example.cn/x@y:1", "https://a:b@bot.example.cn:443/x@y:1")]
    [InlineData("https://[2001:db8::1]/x", "https://[2001:db8::1]:443/x")]
    public void Variants_without_port_adds_it(string address, string withPort)
    {
        Assert.Equal([address, withPort], TwilioAddress.Variants(address));
        Assert.Equal([withPort, address], TwilioAddress.Variants(withPort));
    }
}
