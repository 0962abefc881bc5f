using System.Net;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

public sealed class WeChatEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Verify_right_signature_echoes_the_text_and_nothing_else()
    {
        await using var host = await WeChatHost.StartAsync();

        var response = await host.Client.GetAsync(Address(host.PlainQuery() + "&echostr=4375120948345356249"), Cancelled);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType?.ToString());
        Assert.Equal("4375120948345356249"u8.ToArray(), await response.Content.ReadAsByteArrayAsync(Cancelled));
    }

    [Theory]
    [InlineData("")]
    [InlineData("signature=335b26997f05c82243aad6b10a2d1853637e71a8&timestamp=1764000000&nonce=1&echostr=x")]
    [InlineData("timestamp=1764000000&nonce=1&echostr=x")]
    public async Task Verify_wrong_signature_is_401_and_empty(string query)
    {
        await using var host = await WeChatHost.StartAsync();

        var response = await host.Client.GetAsync(Address(query), Cancelled);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
    }

    [Fact]
    public async Task Receive_wrong_signature_is_401_and_logs_neither_token_nor_signature()
    {
        await using var host = await WeChatHost.StartAsync();
        var query = host.SecureQuery(host.Crypto.Encrypt(WeChatPushes.Text("hi")), out var body);
        var right = query[(query.IndexOf("msg_signature=", StringComparison.Ordinal) + "msg_signature=".Length)..];

        var response = await host.PostAsync(query.Replace(right, new string('0', 40), StringComparison.Ordinal), body);

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning: WeChat callback refused with 401: signature", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(right, StringComparison.Ordinal) || line.Contains(WeChatHost.Token, StringComparison.Ordinal));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Theory]
    [InlineData(-601)]
    [InlineData(601)]
    public async Task Receive_timestamp_outside_the_window_is_401(int seconds)
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "plain"));
        var timestamp = WeChatHost.Start.AddSeconds(seconds).ToUnixTimeSeconds();

        var response = await host.PostAsync(WeChatHost.PlainQuery($"{timestamp}"), WeChatPushes.Text("hi"));

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("99999999999999999999")]
    [InlineData("soon")]
    [InlineData("")]
    public async Task Receive_timestamp_that_is_none_is_401(string timestamp)
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "plain"));

        var response = await host.PostAsync(WeChatHost.PlainQuery(timestamp), WeChatPushes.Text("hi"));

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, response);
    }

    [Fact]
    public async Task Receive_retry_nine_minutes_later_is_taken()
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "plain"));
        host.Inbox.Always = new PassiveReply.Silence();
        var query = host.PlainQuery();
        host.Time.Advance(TimeSpan.FromMinutes(9));

        var response = await host.PostAsync(query, WeChatPushes.Text("hi"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync(Cancelled));
    }

    [Theory]
    [InlineData(WeChatBody.LargestBody, HttpStatusCode.BadRequest)]
    [InlineData(WeChatBody.LargestBody + 1, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Receive_body_over_a_mebibyte_is_413(int bytes, HttpStatusCode expected)
    {
        await using var host = await WeChatHost.StartAsync(("Mode", "plain"));

        await AssertRefusedAsync(expected, await host.PostAsync(host.PlainQuery(), new string('x', bytes)));
        await AssertRefusedAsync(expected, await host.Client.PostAsync(
            Address(host.PlainQuery()), new ChunkedContent(bytes), Cancelled));
    }

    [Fact]
    public async Task Receive_plain_body_in_secure_mode_is_401()
    {
        await using var host = await WeChatHost.StartAsync();

        await AssertRefusedAsync(HttpStatusCode.Unauthorized, await host.PushPlainAsync(WeChatPushes.Text("hi")));
    }

    [Theory]
    [InlineData("<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><Content>&e;</Content></xml>")]
    [InlineData("<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\"><!ENTITY c \"&b;&b;\">]><xml><Content>&c;</Content></xml>")]
    [InlineData("<xml><MsgType>text</MsgType>")]
    [InlineData("<xml></xml>")]
    [InlineData("{\"MsgType\":")]
    [InlineData("{\"MsgType\":\"\\ud800\"}")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task Receive_signed_body_that_is_no_push_is_400_in_every_mode(string body)
    {
        await using var plain = await WeChatHost.StartAsync(("Mode", "plain"));
        await using var secure = await WeChatHost.StartAsync();

        await AssertRefusedAsync(HttpStatusCode.BadRequest, await plain.PushPlainAsync(body));
        await AssertRefusedAsync(HttpStatusCode.BadRequest, await secure.PushAsync(body));
    }

    [Fact]
    public async Task Receive_message_for_another_account_is_401()
    {
        await using var host = await WeChatHost.StartAsync();
        var encrypted = new WeChatCrypto("wx_other_appid", WeChatHost.Key).Encrypt(WeChatPushes.Text("hi"));

        await AssertRefusedAsync(
            HttpStatusCode.Unauthorized, await host.PostAsync(host.SecureQuery(encrypted, out var body), body));
    }

    [Fact]
    public async Task Receive_message_of_another_key_is_400()
    {
        await using var host = await WeChatHost.StartAsync();
        var encrypted = new WeChatCrypto(WeChatHost.AppId, "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C")
            .Encrypt(WeChatPushes.Text("hi"));

        await AssertRefusedAsync(
            HttpStatusCode.BadRequest, await host.PostAsync(host.SecureQuery(encrypted, out var body), body));
    }

    [Fact]
    public async Task Receive_store_down_is_503_so_that_it_comes_again()
    {
        await using var host = await WeChatHost.StartAsync();
        host.Inbox.Fault = new IOException("disk full");

        await AssertRefusedAsync(HttpStatusCode.ServiceUnavailable, await host.PushAsync(WeChatPushes.Text("hi")));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Error: A WeChat message could not be stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Receive_delivery_report_is_passed_on()
    {
        await using var host = await WeChatHost.StartAsync();

        var response = await host.PushAsync(WeChatPushes.Event(
            "TEMPLATESENDJOBFINISH", "<MsgID>200163836</MsgID><Status><![CDATA[failed:user block]]></Status>"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Equal(
            new DeliveryReport(ChannelNames.WeChat, "200163836", DeliveryStage.Failed, "failed:user block"), Assert.Single(host.Reports.Reported));
    }

    [Fact]
    public async Task Receive_account_notice_is_logged_for_the_operator()
    {
        await using var host = await WeChatHost.StartAsync();

        var response = await host.PushAsync(WeChatPushes.Event("qualification_verify_fail"));

        Assert.Equal("success", await response.Content.ReadAsStringAsync(Cancelled));
        Assert.Contains(host.Log.Lines, line => line.StartsWith("Warning: The WeChat account has news", StringComparison.Ordinal));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_other_method_is_405()
    {
        await using var host = await WeChatHost.StartAsync();

        var response = await host.Client.PutAsync(Address(host.PlainQuery()), null, Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Fact]
    public async Task Receive_any_bytes_never_gives_500()
    {
        await using var plain = await WeChatHost.StartAsync(("Mode", "plain"));
        await using var secure = await WeChatHost.StartAsync();
        plain.Inbox.Always = secure.Inbox.Always = new PassiveReply.Silence();

        foreach (var soup in PushSoup.Samples(300))
        {
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await plain.PushPlainAsync(soup)).StatusCode);
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await secure.PushAsync(soup)).StatusCode);
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await secure.PostAsync(secure.PlainQuery(), soup)).StatusCode);
        }
    }

    private static Uri Address(string query) => new("/channels/wechat?" + query, UriKind.Relative);

    private static async Task AssertRefusedAsync(HttpStatusCode expected, HttpResponseMessage response)
    {
        Assert.Equal(expected, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancelled));
    }
}
