using System.Net.WebSockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.DirectLine;

namespace ServiceBot.Channels.Tests.DirectLine;

public sealed class DirectLineStreamTests
{
    private static readonly object Hello = new { type = "message", text = "你好", channelData = new { clientActivityID = "a1" } };

    [Fact]
    public async Task Stream_replays_after_its_watermark_and_goes_on_live()
    {
        await using var host = await DirectLineHost.StartAsync();
        var key = host.Tokens.KeyOf("c1");
        host.History.Say(key, Reply.OfText("一"));
        var (_, watermark) = await host.PollAsync("c1");
        host.History.Say(key, Reply.OfText("二"));

        using var socket = await host.OpenAsync(await host.StreamUrlAsync("c1", $"?watermark={watermark}"));
        var missed = await socket.ReadActivitiesAsync();
        host.History.Say(key, Reply.OfText("三"));

        Assert.Equal(["二"], missed.Select(activity => activity.Text("text")));
        Assert.Equal("三", (await socket.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Stream_of_a_start_replays_everything_in_pages()
    {
        await using var host = await DirectLineHost.StartAsync();
        for (var number = 0; number < 150; number++)
        {
            host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText($"{number}"));
        }

        var (_, json, _) = await host.SendAsync(HttpMethod.Post, "/conversations", host.TokenFor("c1"));
        using var socket = await host.OpenAsync(new Uri(json.Text("streamUrl")!));
        var all = (await socket.ReadActivitiesAsync()).Concat(await socket.ReadActivitiesAsync());

        Assert.Equal(Enumerable.Range(0, 150).Select(number => $"{number}"), all.Select(activity => activity.Text("text")));
    }

    [Fact]
    public async Task Stream_without_a_watermark_shows_only_what_is_new()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));

        using var socket = await host.OpenAsync(await host.StreamUrlAsync("c1", ""));
        await UntilQuietAsync(host, socket);
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("二"));

        Assert.Equal("二", (await socket.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Stream_shows_nothing_of_another_conversation()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        host.History.Say(host.Tokens.KeyOf("c2"), Reply.OfText("别人的"));
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("自己的"));

        Assert.Equal("自己的", (await socket.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Address_is_good_once_also_in_another_process()
    {
        await using var host = await DirectLineHost.StartAsync();
        await using var other = await DirectLineHost.StartAsync(host.Shared);
        var url = await host.StreamUrlAsync("c1");
        using var socket = await host.OpenAsync(url);

        Assert.Equal(403, await StatusOfAsync(host, url));
        Assert.Equal(403, await StatusOfAsync(other, url));
    }

    [Fact]
    public async Task Address_is_good_once_in_this_process_while_the_shared_place_is_down()
    {
        await using var host = await DirectLineHost.StartAsync();
        host.Shared.IsDown = true;
        var url = await host.StreamUrlAsync("c1");
        using var socket = await host.OpenAsync(url);

        Assert.Equal(403, await StatusOfAsync(host, url));
    }

    [Fact]
    public async Task Address_is_good_for_a_minute()
    {
        await using var host = await DirectLineHost.StartAsync();
        var url = await host.StreamUrlAsync("c1");
        host.Time.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(403, await StatusOfAsync(host, url));
    }

    [Fact]
    public async Task Address_that_is_not_ours_or_of_another_conversation_is_refused()
    {
        await using var host = await DirectLineHost.StartAsync();
        var url = await host.StreamUrlAsync("c1");
        var token = Uri.EscapeDataString(host.TokenFor("c1"));

        Assert.Equal(403, await StatusOfAsync(host, new Uri(url.ToString().Replace("/c1/", "/c2/", StringComparison.Ordinal))));
        Assert.Equal(401, await StatusOfAsync(host, new Uri($"ws://localhost/v3/directline/conversations/c1/stream?t={token}")));
        Assert.Equal(400, (await host.SendAsync(HttpMethod.Get, url.PathAndQuery[DirectLineHost.Path.Length..], bearer: null)).Status);
    }

    [Fact]
    public async Task Page_of_a_site_that_is_not_allowed_gets_no_socket()
    {
        await using var host = await DirectLineHost.StartAsync(("AllowedOrigins:0", "https://shop.example.cn"));

        Assert.Equal(403, await StatusOfAsync(host, await host.StreamUrlAsync("c1"), "https://evil.cn"));
        using var socket = await host.OpenAsync(await host.StreamUrlAsync("c1"), "https://shop.example.cn");
    }

    [Fact]
    public async Task Second_socket_closes_the_older_and_misses_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var older = await host.OpenAsync("c1");
        using var newer = await host.OpenAsync("c1");

        Assert.Null(await older.ReadAsync());
        await older.CloseAsync();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));

        Assert.Equal(WebSocketCloseStatus.PolicyViolation, older.Status);
        Assert.Equal("一", (await newer.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Quiet_socket_gets_empty_frames_and_a_busy_one_none()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        host.Time.Advance(TimeSpan.FromSeconds(15));
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));
        var first = await socket.ReadAsync();
        host.Time.Advance(TimeSpan.FromSeconds(15));
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Contains("一", first, StringComparison.Ordinal);
        Assert.Equal("", await socket.ReadAsync());
    }

    [Fact]
    public async Task What_the_client_sends_means_nothing()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        await socket.SayAsync("");
        await socket.SayAsync("""{"activities":[{"type":"message","text":"余额"}]}""");
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));

        Assert.Equal("一", (await socket.ReadActivitiesAsync()).Single().Text("text"));
        Assert.Empty(host.Inbox.Accepted);
    }

    [Fact]
    public async Task Client_that_sends_much_is_told_goodbye()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        await socket.SayAsync(new string('x', 1000));

        Assert.Null(await socket.ReadAsync());
        Assert.Equal(WebSocketCloseStatus.MessageTooBig, socket.Status);
    }

    [Fact]
    public async Task Message_that_waits_for_its_answer_shows_typing_which_is_not_replayed()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");
        await host.PostAsync("c1", Hello);

        host.Time.Advance(TimeSpan.FromMilliseconds(500));
        var typing = (await socket.ReadActivitiesAsync()).Single();
        host.History.Say(host.Inbox.Accepted.Single());
        var echo = (await socket.ReadActivitiesAsync()).Single();

        Assert.Equal(("typing", "bot"), (typing.Text("type"), typing.GetProperty("from").Text("role")));
        Assert.Equal("你好", echo.Text("text"));
        Assert.Single((await host.PollAsync("c1")).Activities);
    }

    [Fact]
    public async Task Message_that_is_answered_or_repeated_shows_no_typing()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");
        await host.PostAsync("c1", Hello);
        host.History.Say(host.Inbox.Accepted.Single());
        await socket.ReadActivitiesAsync();
        await host.PostAsync("c1", Hello);

        host.Time.Advance(TimeSpan.FromSeconds(5));
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));

        Assert.Equal("一", (await socket.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Event_comes_back_to_the_socket_at_once()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        var id = await host.PostAsync("c1", new { type = "event", name = "webchat/join" });

        var echo = (await socket.ReadActivitiesAsync()).Single();
        Assert.Equal((id, "webchat/join"), (echo.Text("id"), echo.Text("name")));
    }

    [Fact]
    public async Task Store_that_was_down_is_caught_up_with()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");
        await UntilQuietAsync(host, socket);
        host.History.Fault = new InvalidOperationException("down");
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));
        await host.Log.UntilAsync("Error: A conversation could not be read; an empty answer keeps the client polling.");

        host.History.Fault = null;
        host.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal("一", (await socket.ReadActivitiesAsync()).Single().Text("text"));
    }

    [Fact]
    public async Task Shutdown_says_goodbye_to_every_socket()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");

        var stopping = host.StopAsync();
        Assert.Null(await socket.ReadAsync());
        await socket.CloseAsync();
        await stopping;

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, socket.Status);
    }

    [Fact]
    public async Task Process_with_enough_sockets_tells_the_next_to_come_again()
    {
        await using var host = await DirectLineHost.StartAsync(("MaxSockets", "1"));
        using var socket = await host.OpenAsync("c1");

        Assert.Equal(503, await StatusOfAsync(host, await host.StreamUrlAsync("c2")));
    }

    [Fact]
    public async Task Client_that_says_goodbye_is_answered()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = await host.OpenAsync("c1");
        await socket.CloseAsync();

        Assert.Equal(WebSocketCloseStatus.NormalClosure, socket.Status);
    }

    [Fact]
    public async Task Client_that_does_not_read_is_cut()
    {
        await using var host = await DirectLineHost.StartAsync();
        using var socket = new StuckSocket();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("一"));
        using var stream = new DirectLineStream(
            socket, host.Services.GetRequiredService<DirectLineTranscript>(), new("c1", "http://localhost"), default(DirectLineWatermark),
            host.Time, NullLogger.Instance);

        var running = stream.RunAsync();
        while (await host.Time.NextWaitAsync() != TimeSpan.FromSeconds(20))
        {
        }

        host.Time.Advance(TimeSpan.FromSeconds(20));
        await running;

        Assert.Equal(WebSocketState.Aborted, socket.State);
    }

    private static async Task<int> StatusOfAsync(DirectLineHost host, Uri url, string? origin = null)
    {
        // The test server's refusal names the status.
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => host.OpenAsync(url, origin));
        return int.Parse(refused.Message[^3..], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>An event's echo comes after all that was there before it.</summary>
    private static async Task UntilQuietAsync(DirectLineHost host, ClientSocket socket)
    {
        await host.PostAsync("c1", new { type = "event", name = "marker" });
        await socket.ReadActivitiesAsync();
        await host.PostAsync("c1", new { type = "event", name = "marker" });
        await socket.ReadActivitiesAsync();
    }
}
