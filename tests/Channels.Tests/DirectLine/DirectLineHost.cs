using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceBot.Channels.Contracts;
using ServiceBot.Channels.DirectLine;
using ServiceBot.Channels.Tests.WeChat;

namespace ServiceBot.Channels.Tests.DirectLine;

/// <summary>The Direct Line channel behind a test server, or on a real port for clients of others.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    public const string Secret = "a-secret-of-more-than-thirty-two-characters";
    public const string Path = "/v3/directline";

    private readonly WebApplication _app;

    private DirectLineHost(WebApplication app, HttpClient client) => (_app, Client) = (app, client);

    public static DateTimeOffset Start { get; } = DateTimeOffset.FromUnixTimeSeconds(1_764_000_000);

    public required FakeInbox Inbox { get; init; }

    public required FakeHistory History { get; init; }

    public required FakeAttachments Attachments { get; init; }

    public required FakeSharedTokens Shared { get; init; }

    public required ObservedTime Time { get; init; }

    public required CapturedLog Log { get; init; }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public IChatTokens Tokens => _app.Services.GetRequiredService<IChatTokens>();

    /// <summary>Where it listens; only on a real port.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    public static Task<DirectLineHost> StartAsync(params (string Key, string? Value)[] settings) => StartAsync(false, null, settings);

    /// <summary>A second process beside one.</summary>
    public static Task<DirectLineHost> StartAsync(FakeSharedTokens shared) => StartAsync(false, shared, []);

    public static Task<DirectLineHost> StartOnPortAsync(params (string Key, string? Value)[] settings) => StartAsync(true, null, settings);

    /// <summary>Sends a request; the answer's JSON is undefined where there is none.</summary>
    public async Task<(int Status, JsonElement Json, HttpResponseMessage Response)> SendAsync(
        HttpMethod method, string path, string? bearer = Secret, object? body = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(Path + path, UriKind.Relative));
        if (bearer is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        request.Content = body switch
        {
            null => null,
            HttpContent content => content,
            string json => new StringContent(json, Encoding.UTF8, "application/json"),
            _ => JsonContent(body),
        };
        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var isJson = response.Content.Headers.ContentType?.MediaType == "application/json";
        return ((int)response.StatusCode, isJson ? JsonSerializer.Deserialize<JsonElement>(text) : default, response);
    }

    /// <summary>A token for a conversation, as our own pages get it.</summary>
    public string TokenFor(string conversation, string user = "u1") => Tokens.Issue(conversation, user).Token;

    /// <summary>Says something in a conversation.</summary>
    public async Task<string> PostAsync(string conversation, object activity)
    {
        var (status, json, _) = await SendAsync(
            HttpMethod.Post, $"/conversations/{conversation}/activities", TokenFor(conversation), activity);
        Assert.Equal(200, status);
        return json.GetProperty("id").GetString()!;
    }

    /// <summary>Reads a conversation.</summary>
    public async Task<(IReadOnlyList<JsonElement> Activities, string Watermark)> PollAsync(string conversation, string watermark = "")
    {
        var (status, json, _) = await SendAsync(
            HttpMethod.Get, $"/conversations/{conversation}/activities?watermark={watermark}", TokenFor(conversation));
        Assert.Equal(200, status);
        return ([.. json.GetProperty("activities").EnumerateArray()], json.GetProperty("watermark").GetString()!);
    }

    /// <summary>Asks for the conversation's stream address.</summary>
    public async Task<Uri> StreamUrlAsync(string conversation, string? query = "?watermark=")
    {
        var (_, json, _) = await SendAsync(HttpMethod.Get, $"/conversations/{conversation}{query}", TokenFor(conversation));
        return new Uri(json.GetProperty("streamUrl").GetString()!);
    }

    /// <summary>Opens a socket.</summary>
    public async Task<ClientSocket> OpenAsync(Uri stream, string? origin = null)
    {
        var client = _app.GetTestServer().CreateWebSocketClient();
        if (origin is not null)
        {
            client.ConfigureRequest = request => request.Headers.Origin = origin;
        }

        var (streams, conversation) = (Services.GetRequiredService<DirectLineStreams>(), stream.Segments[^2].Trim('/'));
        var before = streams.Of(conversation);
        var socket = new ClientSocket(await client.ConnectAsync(stream, TestContext.Current.CancellationToken));

        // The client knows of its socket a moment before the channel does.
        while (streams.Of(conversation) == before)
        {
            await Task.Yield();
        }

        return socket;
    }

    /// <summary>Opens a socket that gets everything.</summary>
    public async Task<ClientSocket> OpenAsync(string conversation) => await OpenAsync(await StreamUrlAsync(conversation));

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static StringContent JsonContent(object body) =>
        new(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");

    private static async Task<DirectLineHost> StartAsync(
        bool onPort, FakeSharedTokens? shared, (string Key, string? Value)[] settings)
    {
        // A program of somebody else lives in real time.
        var time = new ObservedTime(onPort ? TimeProvider.System.GetUtcNow() : Start);
        var (inbox, history, log) = (new FakeInbox(time), new FakeHistory(time), new CapturedLog());
        var attachments = new FakeAttachments();
        shared ??= new FakeSharedTokens(time);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        _ = onPort ? builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0") : builder.WebHost.UseTestServer();
        builder.Configuration.AddInMemoryCollection(
            settings.Append(("Secret", Secret)).DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create($"Channels:DirectLine:{pair.Item1}", pair.Item2)));
        builder.Logging.AddProvider(log).SetMinimumLevel(LogLevel.Trace);
        builder.Services.AddRoutingCore().AddHttpClient();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.AddSingleton<IInbox>(inbox);
        builder.Services.AddSingleton<IDeliveryReports>(new FakeReports());
        builder.Services.AddSingleton<IConversationHistory>(history);
        builder.Services.AddSingleton<IAttachments>(attachments);
        builder.Services.AddSingleton<ISharedTokens>(shared);
        builder.Services.AddChannels(builder.Configuration);
        var app = builder.Build();
        app.UseRouting();
        app.MapChannels();
        await app.StartAsync(TestContext.Current.CancellationToken);
        var client = onPort ? app.Services.GetRequiredService<IHttpClientFactory>().CreateClient() : app.GetTestClient();
        client.BaseAddress ??= new Uri(app.Urls.Single());
        return new DirectLineHost(app, client)
        {
            Inbox = inbox, History = history, Attachments = attachments, Shared = shared, Time = time, Log = log,
        };
    }
}

/// <summary>The client's side of a socket.</summary>
internal sealed class ClientSocket(WebSocket socket) : IDisposable
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>The next frame as text; null once the other side says goodbye.</summary>
    public async Task<string?> ReadAsync()
    {
        var bytes = new byte[256 * 1024];
        var length = 0;
        while (true)
        {
            var frame = await socket.ReceiveAsync(bytes.AsMemory(length), Cancelled);
            length += frame.Count;
            if (frame.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            if (frame.EndOfMessage)
            {
                return Encoding.UTF8.GetString(bytes, 0, length);
            }
        }
    }

    /// <summary>The next frame's activities.</summary>
    public async Task<IReadOnlyList<JsonElement>> ReadActivitiesAsync()
    {
        var text = await ReadAsync();
        Assert.False(string.IsNullOrEmpty(text));
        return [.. JsonSerializer.Deserialize<JsonElement>(text).GetProperty("activities").EnumerateArray()];
    }

    public WebSocketCloseStatus? Status => socket.CloseStatus;

    public Task CloseAsync() => socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, Cancelled);

    public Task SayAsync(string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancelled);

    public void Dispose() => socket.Dispose();
}

/// <summary>Short words for reading JSON.</summary>
internal static class JsonWords
{
    /// <summary>A text property.</summary>
    public static string? Text(this JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
