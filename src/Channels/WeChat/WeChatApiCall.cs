using System.Net.Http.Headers;
using System.Text.Json;

namespace ServiceBot.Channels.WeChat;

/// <summary>One call to WeChat's API, with its answer sorted.</summary>
internal static class WeChatApiCall
{
    /// <summary>Sends a JSON body. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public static async Task<WeChatApiOutcome> PostAsync(
        HttpClient client, string path, byte[] json, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return await SendAsync(client, HttpMethod.Post, path, content, cancellationToken);
    }

    /// <summary>Asks. Throws only when <paramref name="cancellationToken"/> is cancelled.</summary>
    public static Task<WeChatApiOutcome> GetAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        SendAsync(client, HttpMethod.Get, path, null, cancellationToken);

    private static async Task<WeChatApiOutcome> SendAsync(
        HttpClient client, HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(path.TrimStart('/'), UriKind.Relative)) { Content = content };
            using var response = await client.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response.IsSuccessStatusCode
                ? Read(body)
                : new WeChatApiOutcome.Uncertain($"HTTP status {(int)response.StatusCode}");
        }
        catch (HttpRequestException exception)
        {
            return ChannelHttp.NeverReached(exception)
                ? new WeChatApiOutcome.Unreachable(exception.HttpRequestError.ToString())
                : new WeChatApiOutcome.Uncertain(exception.HttpRequestError.ToString());
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WeChatApiOutcome.Uncertain("no answer in time");
        }
    }

    // Errors come with HTTP 200; success is errcode 0 or no errcode at all.
    private static WeChatApiOutcome Read(byte[] body)
    {
        try
        {
            var answer = JsonSerializer.Deserialize<JsonElement>(body);
            var code = answer.TryGetProperty("errcode", out var value) ? value.GetInt32() : 0;
            return code == 0
                ? new WeChatApiOutcome.Done(answer)
                : new WeChatApiOutcome.Refused(code, DetailOf(answer));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            return new WeChatApiOutcome.Uncertain("the answer is not WeChat's JSON");
        }
    }

    private static string DetailOf(JsonElement answer) =>
        answer.TryGetProperty("errmsg", out var detail) ? detail.ToString() : "";
}
