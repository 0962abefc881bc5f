using System.Net;
using System.Text;
using System.Text.Json;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.Qq;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.Qq;

public sealed class QqEndpointTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Receive_group_message_is_stored_then_acknowledged()
    {
        await using var host = await QqHost.StartAsync();

        var response = await host.PushAsync(QqHost.GroupMessage(" 热线电话多少"));

        Assert.Equal((HttpStatusCode.OK, """{"op":12,"d":0}"""), await ReadAsync(response));
        var text = Assert.IsType<Inbound.Text>(Assert.Single(host.Inbox.Accepted));
        Assert.Equal(("热线电话多少", Audience.Public), (text.Content, text.Audience));
        Assert.Equal($"qq/{QqHost.AppId}/{QqHost.Group}:{QqHost.Member}", text.Conversation.ToString());
    }

    [Fact]
    public async Task Receive_event_that_another_program_signed_is_taken()
    {
        await using var host = await QqHost.StartAsync();
        var (timestamp, body) = ("1764000000", QqHost.GroupMessage(" 你好"));
        var check = await host.PostAsync(Json("""{"op":13,"d":{"plain_token":"Arq0D5A61EgUu4OxUvOp","event_ts":"1725442341"}}"""));
        var answer = JsonSerializer.Deserialize<JsonElement>(await check.Content.ReadAsStringAsync(Cancelled));

        var node = await Fixtures.NodeScript.RunAsync(
            "qq-ed25519.cjs",
            new
            {
                secret = QqHost.Secret,
                events = new[] { new { timestamp, body } },
                answers = new[] { new { signed = "1725442341Arq0D5A61EgUu4OxUvOp", signature = answer.GetProperty("signature").GetString() } },
            },
            Cancelled);

        Assert.True(node.GetProperty("right")[0].GetBoolean());
        Assert.Equal(HttpStatusCode.OK, (await host.PushAsync(body, QqHost.Start, node.GetProperty("signatures")[0].GetString())).StatusCode);
        Assert.Single(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_address_check_is_the_published_answer()
    {
        await using var host = await QqHost.StartAsync();

        var response = await host.PostAsync(Json("""{"d":{"plain_token":"Arq0D5A61EgUu4OxUvOp","event_ts":"1725442341"},"op":13}"""));

        Assert.Equal(
            (HttpStatusCode.OK, """{"plain_token":"Arq0D5A61EgUu4OxUvOp","signature":"87befc99c42c651b3aac0278e71ada338433ae26fcb24307bdc5ad38c1adc2d01bcfcadc0842edac85e85205028a1132afe09280305f13aa6909ffc2d652c706"}"""),
            await ReadAsync(response));
    }

    /// <summary>Else whoever asks could have an event of their own signed.</summary>
    [Theory]
    [InlineData("""{"op":0,"t":"C2C_MESSAGE_CREATE"}""", "1764000000")]
    [InlineData("token with spaces", "1764000000")]
    [InlineData("token", "1764000000{")]
    [InlineData("", "1764000000")]
    public async Task Receive_address_check_that_could_be_an_event_is_not_signed(string token, string at)
    {
        await using var host = await QqHost.StartAsync();

        var response = await host.PostAsync(Json(JsonSerializer.Serialize(new { op = 13, d = new { plain_token = token, event_ts = at } })));

        Assert.Equal((HttpStatusCode.BadRequest, ""), await ReadAsync(response));
    }

    /// <summary>JSON may hold half a character, or bytes that are none; nothing signs these.</summary>
    [Theory]
    [InlineData("""{"op":13,"d":{"plain_token":"\ud800","event_ts":"1764000000"}}""")]
    [InlineData("""{"op":13,"d":{"plain_token":"token","event_ts":"\udc00"}}""")]
    [InlineData("""{"op":13,"d":{"plain_token":"token\n","event_ts":"1764000000"}}""")]
    public async Task Receive_address_check_that_holds_half_a_character_is_400(string body)
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal((HttpStatusCode.BadRequest, ""), await ReadAsync(await host.PostAsync(Json(body))));
    }

    [Fact]
    public async Task Receive_signed_event_that_holds_half_a_character_is_not_500()
    {
        await using var host = await QqHost.StartAsync();
        var body = QqHost.GroupMessage("HALF").Replace("HALF", @"\ud83d", StringComparison.Ordinal);

        var response = await host.PushAsync(body, QqHost.Start);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.IsType<Inbound.Unsupported>(Assert.Single(host.Inbox.Accepted));
    }

    [Fact]
    public async Task Receive_wrong_signature_is_401_with_empty_body()
    {
        await using var host = await QqHost.StartAsync();
        var body = QqHost.GroupMessage("热线");

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await ReadAsync(await host.PostAsync(Json(body))));
        Assert.Equal(
            (HttpStatusCode.Unauthorized, ""),
            await ReadAsync(await host.PushAsync(body, QqHost.Start, new QqSignature("another").Sign("1764000000" + body))));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Receive_replay_long_after_is_401(int seconds)
    {
        await using var host = await QqHost.StartAsync();

        var response = await host.PushAsync(QqHost.GroupMessage("热线"), QqHost.Start.AddSeconds(seconds));

        Assert.Equal((HttpStatusCode.Unauthorized, ""), await ReadAsync(response));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_repeat_has_the_same_id()
    {
        await using var host = await QqHost.StartAsync();

        await host.PushAsync(QqHost.GroupMessage("热线"));
        await host.PushAsync(QqHost.GroupMessage("热线"));

        Assert.Equal(["ROBOT1.0_1", "ROBOT1.0_1"], host.Inbox.Accepted.Select(inbound => inbound.MessageId));
    }

    [Fact]
    public async Task Receive_oversize_is_413()
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, ""), await ReadAsync(await host.PostAsync(Json(new string(' ', QqEndpoint.LargestBody + 1)))));
        Assert.Equal(
            (HttpStatusCode.RequestEntityTooLarge, ""), await ReadAsync(await host.PostAsync(new ChunkedContent(QqEndpoint.LargestBody + 1))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"op":"0"}""")]
    [InlineData("not json")]
    [InlineData("""{"id":"1","op":0,"t":"GROUP_AT_MESSAGE_CREATE","d":{}}""")]
    [InlineData("""{"id":"1","op":0,"t":"GROUP_AT_MESSAGE_CREATE","d":null}""")]
    [InlineData("""{"id":"1","op":0,"t":"C2C_MESSAGE_CREATE","d":{"id":"1","author":"nobody"}}""")]
    [InlineData("""{"op":0,"t":"FRIEND_ADD","d":{"openid":"o1"}}""")]
    public async Task Receive_signed_but_malformed_is_400(string body)
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal((HttpStatusCode.BadRequest, ""), await ReadAsync(await host.PushAsync(body)));
    }

    [Theory]
    [InlineData("GROUP_DEL_ROBOT")]
    [InlineData("C2C_MSG_REJECT")]
    [InlineData("INTERACTION_CREATE")]
    [InlineData("SOMETHING_NEW")]
    public async Task Receive_event_that_needs_nothing_is_acknowledged(string type)
    {
        await using var host = await QqHost.StartAsync();

        Assert.Equal((HttpStatusCode.OK, """{"op":12,"d":0}"""), await ReadAsync(await host.PushAsync(QqHost.GroupMessage("", type: type))));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Receive_while_the_store_is_down_asks_for_it_again()
    {
        await using var host = await QqHost.StartAsync();
        host.Inbox.Fault = new InvalidOperationException("secret detail");

        Assert.Equal((HttpStatusCode.ServiceUnavailable, """{"op":12,"d":1}"""), await ReadAsync(await host.PushAsync(QqHost.GroupMessage("热线"))));
    }

    [Fact]
    public async Task Log_holds_no_words_and_no_secret()
    {
        await using var host = await QqHost.StartAsync();

        await host.PushAsync(QqHost.GroupMessage("我的余额"));
        await host.PushAsync(QqHost.GroupMessage("我的余额"), QqHost.Start, "00");

        Assert.NotEmpty(host.Log.Lines);
        Assert.DoesNotContain(host.Log.Lines, line => line.Contains("余额", StringComparison.Ordinal) || line.Contains(QqHost.Secret, StringComparison.Ordinal));
    }

    private static StringContent Json(string body) => new(body, Encoding.UTF8, "application/json");

    private static async Task<(HttpStatusCode Status, string Body)> ReadAsync(HttpResponseMessage response) =>
        (response.StatusCode, await response.Content.ReadAsStringAsync(Cancelled));
}
