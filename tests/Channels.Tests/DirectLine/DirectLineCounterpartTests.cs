using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.DirectLine;
using ServiceBot.Fixtures;

namespace ServiceBot.Channels.Tests.DirectLine;

/// <summary>The unmodified client library on the other side, see <c>tests/Npm</c>.</summary>
public sealed class DirectLineCounterpartTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Client_library_is_greeted_and_sees_its_message_before_the_answer(bool webSocket)
    {
        await using var host = await DirectLineHost.StartOnPortAsync();
        host.Inbox.Arrived = message => Answer(host, message);

        var result = await RunAsync(host, webSocket, ["软中华"], until: "答：软中华");

        var seen = Seen(result);
        Assert.Equal(["您好", "软中华", "答：软中华"], seen.Select(activity => activity.Text("text")));
        Assert.Equal(result.GetProperty("ids")[0].GetString(), seen[1].Text("id"));
        Assert.Equal("c0", seen[1].GetProperty("channelData").Text("clientActivityID"));
        Assert.Equal("u1", seen[1].GetProperty("from").Text("id"));
        Assert.Equal([0, 1, 2], result.GetProperty("statuses").EnumerateArray().Select(status => status.GetInt32()));
    }

    [Fact]
    public async Task Client_library_that_loses_its_socket_comes_back_and_sees_everything_once()
    {
        await using var host = await DirectLineHost.StartOnPortAsync();
        var key = host.Tokens.KeyOf("c1");
        host.Inbox.Arrived = message =>
        {
            Answer(host, message);
            if (message is Inbound.Text)
            {
                // Cut as soon as it has said something, with an answer still to come.
                host.Services.GetRequiredService<DirectLineStreams>().Of("c1")!.Close(WebSocketCloseStatus.EndpointUnavailable);
                host.History.Say(key, Reply.OfText("漏了吗"));
            }
        };

        var seen = Seen(await RunAsync(host, webSocket: true, ["软中华"], until: "漏了吗"));

        Assert.Equal(["您好", "软中华", "答：软中华", "漏了吗"], seen.Select(activity => activity.Text("text")));
    }

    [Fact]
    public async Task Client_library_resumes_after_its_watermark()
    {
        await using var host = await DirectLineHost.StartOnPortAsync();
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("旧"));
        var (_, watermark) = await host.PollAsync("c1");
        host.History.Say(host.Tokens.KeyOf("c1"), Reply.OfText("新"));

        var seen = Seen(await RunAsync(host, webSocket: true, [], until: "新", conversationId: "c1", watermark));

        Assert.Equal(["新"], seen.Select(activity => activity.Text("text")));
    }

    private static void Answer(DirectLineHost host, Inbound message)
    {
        host.History.Say(message);
        host.History.Say(message.Conversation, Reply.OfText(message is Inbound.Text text ? $"答：{text.Content}" : "您好"));
    }

    /// <summary>The messages: a socket may also show that the bot types.</summary>
    private static List<JsonElement> Seen(JsonElement result) =>
        [.. result.GetProperty("seen").EnumerateArray().Where(activity => activity.Text("type") == "message")];

    private static Task<JsonElement> RunAsync(
        DirectLineHost host, bool webSocket, string[] says, string until, string? conversationId = null, string? watermark = null) =>
        NodeScript.RunAsync(
            "directline.cjs",
            new
            {
                domain = $"{host.Address}{DirectLineHost.Path}", token = host.TokenFor("c1"), conversationId, watermark, webSocket, says, until,
            },
            Cancelled);
}
