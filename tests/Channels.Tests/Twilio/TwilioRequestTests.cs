using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using ServiceBot.Channels.Twilio;

namespace ServiceBot.Channels.Tests.Twilio;

public sealed class TwilioRequestTests
{
    private const string Token = "s3cr3t";
    private const string Target = "/channels/sms?x=%E4%BD%A0&y=a+b";

    private static readonly TwilioAccount Account = new(Token, "0ld-s3cr3t", new Uri("https://Bot.example.cn/"));

    [Theory]
    [InlineData(Token)]
    [InlineData("0ld-s3cr3t")]
    public async Task Read_signed_by_either_token_is_accepted_with_every_field(string token)
    {
        var reading = await ReadAsync("Body=%E9%99%90%E9%87%8F+a%26b&Empty=&Body=2", token: token);

        var form = Assert.IsType<TwilioReading.Accepted>(reading).Form;
        Assert.Equal(
            [new("Body", "限量 a&b"), new("Empty", ""), new KeyValuePair<string, string>("Body", "2")], form.Fields);
        Assert.Equal("限量 a&b", form["Body"]);
        Assert.Null(form["Empty"]);
        Assert.Null(form["Absent"]);
        Assert.Throws<TwilioFormatException>(() => form.Require("Empty"));
    }

    [Fact]
    public async Task Read_signed_by_another_token_is_refused_with_401()
    {
        Assert.Equal(new TwilioReading.Refused(401, "signature"), await ReadAsync("Body=1", token: "another"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("NOTRSOYDt4T1cUTdK1PDd93/VVr8B8=")]
    [InlineData("签名")]
    public async Task Read_signature_that_is_none_is_refused_with_401(string signature)
    {
        Assert.Equal(new TwilioReading.Refused(401, "signature"), await ReadAsync("Body=1", signature: signature));
    }

    [Fact]
    public async Task Read_field_added_after_signing_is_refused_with_401()
    {
        var signature = Sign("Body=1", Token);

        Assert.Equal(new TwilioReading.Refused(401, "signature"), await ReadAsync("Body=1&Extra=2", signature: signature));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Read_other_content_type_is_refused_with_415(string? type)
    {
        Assert.Equal(new TwilioReading.Refused(415, "content_type"), await ReadAsync("Body=1", type: type));
    }

    [Fact]
    public async Task Read_content_type_with_charset_is_accepted()
    {
        Assert.IsType<TwilioReading.Accepted>(await ReadAsync(
            "Body=1", type: "Application/X-WWW-Form-Urlencoded; charset=UTF-8"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Read_body_over_the_limit_is_refused_with_413(bool saysLength)
    {
        var largest = new string('x', TwilioRequest.LargestBody);

        Assert.IsType<TwilioReading.Accepted>(await ReadAsync(largest, saysLength: saysLength));
        Assert.Equal(new TwilioReading.Refused(413, "too_large"), await ReadAsync(largest + "x", saysLength: saysLength));
    }

    [Fact]
    public async Task Read_bytes_that_are_no_text_is_refused_with_400()
    {
        Assert.Equal(new TwilioReading.Refused(400, "malformed"), await ReadAsync([0xff, 0xfe, (byte)'='], ""));
    }

    private static Task<TwilioReading> ReadAsync(
        string body, string? type = "application/x-www-form-urlencoded", string token = Token, string? signature = null,
        bool saysLength = true) =>
        ReadAsync(Encoding.UTF8.GetBytes(body), signature ?? Sign(body, token), type, saysLength);

    private static Task<TwilioReading> ReadAsync(
        byte[] body, string signature, string? type = "application/x-www-form-urlencoded", bool saysLength = true)
    {
        var context = new DefaultHttpContext();
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = Target;
        context.Request.Method = "POST";
        context.Request.ContentType = type;
        context.Request.ContentLength = saysLength ? body.Length : null;
        context.Request.Body = new MemoryStream(body);
        context.Request.Headers[TwilioRequest.SignatureHeader] = signature;
        return TwilioRequest.ReadAsync(context.Request, Account, TestContext.Current.CancellationToken);
    }

    private static string Sign(string body, string token) =>
        TwilioSignature.Sign(token, "https://Bot.example.cn" + Target, TwilioForm.Parse(body).Fields);
}
