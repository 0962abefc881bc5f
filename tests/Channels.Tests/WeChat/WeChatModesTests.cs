using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.WeChat;

namespace ServiceBot.Channels.Tests.WeChat;

/// <summary>The three modes and two data formats, from the push to the reply.</summary>
public sealed class WeChatModesTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Plain_push_is_answered_plain()
    {
        await using var host = await StartAsync("plain");

        var reply = XElement.Parse(await TextAsync(await host.PushPlainAsync(WeChatPushes.Text("软中华[微笑]😀/::)"))));

        Assert.Equal("好的", reply.Element("Content")!.Value);
        Assert.Equal("软中华[微笑]😀/::)", TextOf(host));
    }

    [Fact]
    public async Task Compatible_push_counts_by_its_encrypted_half_and_is_answered_encrypted()
    {
        await using var host = await StartAsync("compatible");
        var query = host.SecureQuery(host.Crypto.Encrypt(WeChatPushes.Text("真")), out var sealedBody);
        var body = sealedBody.Replace("<Encrypt>", "<MsgType>text</MsgType><Content>假</Content><Encrypt>", StringComparison.Ordinal);

        var envelope = XElement.Parse(await TextAsync(await host.PostAsync(query, body)));

        Assert.Equal("真", TextOf(host));
        Assert.Contains("好的", host.Crypto.Decrypt(envelope.Element("Encrypt")!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compatible_push_with_a_wrong_message_signature_is_refused_although_the_plain_one_is_right()
    {
        await using var host = await StartAsync("compatible");
        host.SecureQuery(host.Crypto.Encrypt(WeChatPushes.Text("真")), out var body);

        var response = await host.PostAsync(host.PlainQuery() + "&encrypt_type=aes&msg_signature=0", body);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task Compatible_push_without_an_encrypted_half_is_answered_plain()
    {
        await using var host = await StartAsync("compatible");

        var reply = XElement.Parse(await TextAsync(await host.PushPlainAsync(WeChatPushes.Text("明"))));

        Assert.Equal("好的", reply.Element("Content")!.Value);
    }

    [Fact]
    public async Task Secure_push_of_the_previous_key_is_taken_and_answered_with_the_new_key()
    {
        const string OldKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
        await using var host = await WeChatHost.StartAsync(("PreviousEncodingAesKey", OldKey));
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText("好的"));
        var encrypted = new WeChatCrypto(WeChatHost.AppId, OldKey).Encrypt(WeChatPushes.Text("旧"));

        var response = await host.PostAsync(host.SecureQuery(encrypted, out var body), body);

        var envelope = XElement.Parse(await TextAsync(response));
        Assert.Contains("好的", host.Crypto.Decrypt(envelope.Element("Encrypt")!.Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_plain_push_is_answered_in_json_with_literal_characters()
    {
        await using var host = await StartAsync("plain", "好的😀");

        var body = await TextAsync(await host.PushPlainAsync(JsonPush("软中华")));

        Assert.Equal("软中华", TextOf(host));
        Assert.Equal("6054768590064713728", host.Inbox.Accepted.Single().MessageId);
        Assert.Equal(
            $$"""{"ToUserName":"{{WeChatHost.Retailer}}","FromUserName":"{{WeChatHost.Account}}","CreateTime":1764000000,"MsgType":"text","Content":"好的😀"}""",
            body);
    }

    [Fact]
    public async Task Json_secure_push_is_answered_in_a_json_envelope_with_a_number_for_the_time()
    {
        await using var host = await StartAsync("secure");
        var encrypted = host.Crypto.Encrypt(JsonPush("软中华"));
        var query = host.SecureQuery(encrypted, out _);

        var response = await host.PostAsync(query, $$"""{"ToUserName":"gh_1","Encrypt":"{{encrypted}}"}""");

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var envelope = JsonSerializer.Deserialize<JsonElement>(await TextAsync(response));
        Assert.Equal(1764000000, envelope.GetProperty("TimeStamp").GetInt64());
        Assert.Contains("好的", host.Crypto.Decrypt(envelope.Text("Encrypt")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Published_compatible_push_is_taken()
    {
        await using var host = await StartAsync("compatible");
        var vector = WeChatVectors.Get("wx-dec-python-sample-compat");
        host.Time.AdjustTime(DateTimeOffset.FromUnixTimeSeconds(1409735669));

        await host.PostAsync(
            $"timestamp={vector.Input("timestamp")}&nonce={vector.Input("nonce")}&msg_signature={vector.Expected("msg_signature")}",
            vector.Input("requestBody"));

        Assert.Equal("abcdteT", TextOf(host));
    }

    private static async Task<WeChatHost> StartAsync(string mode, string answer = "好的")
    {
        var host = await WeChatHost.StartAsync(("Mode", mode));
        host.Inbox.Always = host.Inbox.Ready(Reply.OfText(answer));
        return host;
    }

    private static string TextOf(WeChatHost host) => Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted)).Content;

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Cancelled);

    private static string JsonPush(string content) =>
        $$"""{"ToUserName":"{{WeChatHost.Account}}","FromUserName":"{{WeChatHost.Retailer}}","CreateTime":1764000000,"MsgType":"text","Content":"{{content}}","MsgId":6054768590064713728}""";
}
