using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ServiceBot.Benchmarks.Streams;

/// <summary>One open chat: a conversation, its token and its socket.</summary>
internal sealed class OpenChat : IDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly string _conversation;
    private readonly string _token;

    private OpenChat(string conversation, string token) => (_conversation, _token) = (conversation, token);

    /// <summary>Opens a chat of a new conversation.</summary>
    public static async Task<OpenChat> OpenAsync(HttpClient client, string secret, CancellationToken cancellationToken)
    {
        var made = await SendAsync(client, HttpMethod.Post, "tokens/generate", secret, null, cancellationToken);
        var chat = new OpenChat(made.GetProperty("conversationId").GetString()!, made.GetProperty("token").GetString()!);
        var opened = await SendAsync(
            client, HttpMethod.Get, $"conversations/{chat._conversation}?watermark=", chat._token, null, cancellationToken);
        chat._socket.Options.KeepAliveInterval = TimeSpan.Zero;
        await chat._socket.ConnectAsync(new Uri(opened.GetProperty("streamUrl").GetString()!), cancellationToken);
        return chat;
    }

    /// <summary>Says something.</summary>
    public Task SayAsync(HttpClient client, string text, CancellationToken cancellationToken) => SendAsync(
        client, HttpMethod.Post, $"conversations/{_conversation}/activities", _token, new { type = "message", text }, cancellationToken);

    /// <summary>Waits for a frame that holds something the bot said.</summary>
    public async Task UntilAnsweredAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[32 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult frame;
            do
            {
                frame = await _socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += frame.Count;
            }
            while (!frame.EndOfMessage);
            var text = Encoding.UTF8.GetString(buffer, 0, length);
            if (text.Contains("inputHint", StringComparison.Ordinal))
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    private static async Task<JsonElement> SendAsync(
        HttpClient client, HttpMethod method, string path, string bearer, object? body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/v3/directline/{path}", UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        request.Content = body is null ? null : JsonContent.Create(body);
        using var response = await client.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
