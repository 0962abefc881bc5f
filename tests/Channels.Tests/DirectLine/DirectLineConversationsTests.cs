using Microsoft.AspNetCore.Http;
using ServiceBot.Channels.Contracts;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineConversationsTests
{
    [Fact]
    public async Task Generate_with_the_secret_gives_a_token_for_a_new_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/tokens/generate", body: new { user = new { id = "u7" } });
        var (_, other, _) = await host.SendAsync(HttpMethod.Post, "/tokens/generate");

        Assert.Equal(200, status);
        Assert.Equal(1800, json.GetProperty("expires_in").GetInt32());
        Assert.NotEqual(json.Text("conversationId"), other.Text("conversationId"));
        Assert.DoesNotContain('.', json.Text("token")!);
        Assert.Empty(host.Inbox.Accepted);
    }

    [Theory]
    [InlineData(null, 401, "Unauthorized")]
    [InlineData("wrong", 401, "Unauthorized")]
    [InlineData("token", 403, "Forbidden")]
    public async Task Generate_without_the_secret_is_refused(string? bearer, int expected, string code)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(
            HttpMethod.Post, "/tokens/generate", bearer == "token" ? host.TokenFor("c1") : bearer);

        Assert.Equal(expected, status);
        Assert.Equal(code, json.GetProperty("error").Text("code"));
    }

    [Theory]
    [InlineData("{", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"user":{"id":7}}""", 400)]
    [InlineData("""{"trustedOrigins":["shop"]}""", 400)]
    [InlineData("null", 200)]
    [InlineData("""{"user":null,"eTag":"x"}""", 200)]
    public async Task Generate_reads_bodies_without_failing(string body, int expected)
    {
        await using var host = await DirectLineHost.StartAsync();

        Assert.Equal(expected, (await host.SendAsync(HttpMethod.Post, "/tokens/generate", body: body)).Status);
    }

    [Fact]
    public async Task Generate_with_too_long_a_user_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, _, _) = await host.SendAsync(
            HttpMethod.Post, "/tokens/generate", body: new { user = new { id = new string('u', 65) } });

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Start_greets_once_by_the_log_and_answers_200_from_then_on()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.TokenFor("c1");

        var (first, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations", token, new { locale = "zh-CN" });
        var (second, again, _) = await host.SendAsync(HttpMethod.Post, "/conversations", token);

        Assert.Equal((201, 200), (first, second));
        Assert.Equal("c1", json.Text("conversationId"));
        Assert.StartsWith("ws://localhost/v3/directline/conversations/c1/stream?t=", again.Text("streamUrl"), StringComparison.Ordinal);
        var start = Assert.IsType<Inbound.Followed>(host.Inbox.Accepted.First());
        Assert.Equal(("web/directline/c1", "c1:start"), (start.Conversation.ToString(), start.MessageId));
    }

    [Fact]
    public async Task Start_with_the_secret_opens_a_new_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations", body: new { user = new { id = "u7" } });

        Assert.Equal(201, status);
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Post, "/tokens/refresh", json.Text("token"))).Status);
    }

    [Fact]
    public async Task Start_names_the_user_where_the_token_named_none_and_only_there()
    {
        await using var host = await DirectLineHost.StartAsync();
        var (_, made, _) = await host.SendAsync(HttpMethod.Post, "/tokens/generate");
        var conversation = made.Text("conversationId")!;

        var (_, started, _) = await host.SendAsync(
            HttpMethod.Post, "/conversations", made.Text("token"), new { user = new { id = "first" } });
        var (_, restarted, _) = await host.SendAsync(
            HttpMethod.Post, "/conversations", started.Text("token"), new { user = new { id = "second" } });
        await host.SendAsync(
            HttpMethod.Post, $"/conversations/{conversation}/activities", restarted.Text("token"), new { type = "message", text = "你好" });

        Assert.Contains("\"id\":\"first\"", host.Inbox.Accepted.Last().Wire, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_while_the_store_is_down_is_503_with_an_error_and_no_exception_text()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Inbox.Fault = new InvalidOperationException("disk full at /var");

        var (status, json, response) = await host.SendAsync(HttpMethod.Post, "/conversations", host.TokenFor("c1"));

        Assert.Equal(503, status);
        Assert.Equal("ServiceError", json.GetProperty("error").Text("code"));
        Assert.DoesNotContain("disk", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_from_one_address_too_often_is_429_until_the_next_minute()
    {
        await using var host = await DirectLineHost.StartAsync(("StartsPerMinute", "2"));
        async Task<int> StartOnceAsync(int number) =>
            (await host.SendAsync(HttpMethod.Post, "/conversations", host.TokenFor($"c{number}"))).Status;

        var answers = new[] { await StartOnceAsync(1), await StartOnceAsync(2), await StartOnceAsync(3) };
        host.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal([201, 201, 429], answers);
        Assert.Equal(201, await StartOnceAsync(3));
    }

    [Fact]
    public async Task Refresh_gives_a_token_that_lives_on_for_the_same_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.TokenFor("c1");
        host.Time.Advance(TimeSpan.FromMinutes(29));

        var (status, json, _) = await host.SendAsync(HttpMethod.Post, "/tokens/refresh", token);
        host.Time.Advance(TimeSpan.FromMinutes(29));

        Assert.Equal(200, status);
        Assert.Equal("c1", json.Text("conversationId"));
        Assert.Equal(200, (await host.SendAsync(HttpMethod.Get, "/conversations/c1/activities", json.Text("token"))).Status);
    }

    [Theory]
    [InlineData("POST", "/tokens/refresh")]
    [InlineData("POST", "/conversations")]
    [InlineData("GET", "/conversations/c1")]
    [InlineData("GET", "/conversations/c1/activities")]
    [InlineData("POST", "/conversations/c1/activities")]
    [InlineData("POST", "/conversations/c1/upload")]
    [InlineData("GET", "/session/getsessionid")]
    public async Task Expired_token_is_403_TokenExpired_everywhere(string method, string path)
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.TokenFor("c1");
        host.Time.Advance(TimeSpan.FromMinutes(30));

        var (status, json, _) = await host.SendAsync(new HttpMethod(method), path, token);

        Assert.Equal(403, status);
        Assert.Equal("TokenExpired", json.GetProperty("error").Text("code"));
    }

    [Theory]
    [InlineData("GET", "")]
    [InlineData("GET", "/activities")]
    [InlineData("POST", "/activities")]
    [InlineData("POST", "/upload")]
    public async Task Token_of_another_conversation_opens_nothing(string method, string path)
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(
            new HttpMethod(method), $"/conversations/c1{path}", host.TokenFor("c2"), new { type = "message", text = "余额" });

        Assert.Equal(403, status);
        Assert.Equal("Forbidden", json.GetProperty("error").Text("code"));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Token_that_was_changed_or_sealed_with_another_secret_is_401()
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var other = await DirectLineHost.StartAsync(("Secret", "another-secret-of-more-than-32-characters"));
        var token = host.TokenFor("c1");
        var changed = token[..60] + (token[60] == 'A' ? 'B' : 'A') + token[61..];

        foreach (var bad in new[] { changed, other.TokenFor("c1"), token + "A", new string('A', 5000), "ö" })
        {
            Assert.Equal(401, (await host.SendAsync(HttpMethod.Get, "/conversations/c1/activities", Uri.EscapeDataString(bad))).Status);
        }
    }

    [Fact]
    public async Task Secret_from_a_page_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync(("AllowedOrigins:0", "https://shop.example.cn"));

        Assert.Equal(403, (await host.SendAsync(HttpMethod.Post, "/conversations", origin: "https://shop.example.cn")).Status);
    }

    [Theory]
    [InlineData("https://shop.example.cn", 200, "https://shop.example.cn")]
    [InlineData("http://localhost", 200, null)]
    [InlineData("https://localhost", 200, null)]
    [InlineData("https://shop.example.cn:8443", 403, null)]
    [InlineData("http://shop.example.cn", 403, null)]
    [InlineData("https://evil.shop.example.cn", 403, null)]
    [InlineData("null", 403, null)]
    public async Task Page_of_a_site_is_let_in_exactly_when_it_is_allowed(string origin, int expected, string? allowed)
    {
        await using var host = await DirectLineHost.StartAsync(("AllowedOrigins:0", "https://shop.example.cn"));

        var (status, _, response) = await host.SendAsync(
            HttpMethod.Get, "/conversations/c1/activities", host.TokenFor("c1"), origin: origin);

        Assert.Equal(expected, status);
        Assert.Equal(allowed, response.Headers.TryGetValues("Access-Control-Allow-Origin", out var values) ? values.Single() : null);
    }

    [Fact]
    public async Task Preflight_allows_the_headers_that_the_client_libraries_send()
    {
        await using var host = await DirectLineHost.StartAsync(("AllowedOrigins:0", "https://shop.example.cn"));

        var (status, _, response) = await host.SendAsync(
            HttpMethod.Options, "/conversations/c1/activities", bearer: null, origin: "https://shop.example.cn");
        var (refused, _, _) = await host.SendAsync(HttpMethod.Options, "/conversations", bearer: null, origin: "https://evil.cn");

        Assert.Equal((StatusCodes.Status204NoContent, 403), (status, refused));
        Assert.Equal(
            "authorization, content-type, x-ms-bot-agent, x-requested-with",
            response.Headers.GetValues("Access-Control-Allow-Headers").Single());
    }

    [Fact]
    public async Task Token_with_trusted_origins_works_on_these_only()
    {
        await using var host = await DirectLineHost.StartAsync(
            ("AllowedOrigins:0", "https://a.cn"), ("AllowedOrigins:1", "https://b.cn"));
        var (_, made, _) = await host.SendAsync(HttpMethod.Post, "/tokens/generate", body: new { trustedOrigins = new[] { "https://a.cn" } });
        async Task<int> PollFromAsync(string? origin) => (await host.SendAsync(
            HttpMethod.Get, $"/conversations/{made.Text("conversationId")}/activities", made.Text("token"), origin: origin)).Status;

        var statuses = new[] { await PollFromAsync("https://a.cn"), await PollFromAsync("https://b.cn"), await PollFromAsync(null) };

        Assert.Equal([200, 403, 200], statuses);
    }

    [Fact]
    public async Task Public_address_stands_in_stream_addresses()
    {
        await using var host = await DirectLineHost.StartAsync(("PublicBaseUrl", "https://bot.example.cn/"));

        var url = await host.StreamUrlAsync("c1");

        Assert.Equal(("wss", "bot.example.cn"), (url.Scheme, url.Host));
    }

    [Fact]
    public async Task Session_id_is_given_to_who_may_ask()
    {
        await using var host = await DirectLineHost.StartAsync();

        var (status, json, _) = await host.SendAsync(HttpMethod.Get, "/session/getsessionid", host.TokenFor("c1"));

        Assert.Equal(200, status);
        Assert.NotEmpty(json.Text("sessionId")!);
        Assert.Equal(401, (await host.SendAsync(HttpMethod.Get, "/session/getsessionid", bearer: null)).Status);
    }

    [Fact]
    public async Task Nothing_that_opens_a_conversation_is_logged()
    {
        await using var host = await DirectLineHost.StartAsync();
        var token = host.TokenFor("c1");

        await host.PostAsync("c1", new { type = "message", text = "我的余额" });
        await host.SendAsync(HttpMethod.Get, "/conversations/c2/activities", token);
        await host.SendAsync(HttpMethod.Post, "/tokens/generate", DirectLineHost.Secret + "x");

        Assert.DoesNotContain(host.Log.Lines, line => line.Contains(token, StringComparison.Ordinal)
            || line.Contains(DirectLineHost.Secret, StringComparison.Ordinal)
            || line.Contains("余额", StringComparison.Ordinal));
    }
}
